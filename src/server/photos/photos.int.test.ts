import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { approveInput } from "@/modules/bookings/inputs";
import { reportIssueInput } from "@/modules/event-instances/inputs/life";
import { eventLife } from "@/modules/event-instances/module";
import { issueById } from "@/modules/event-instances/queries/issues";
import type { RequestContext } from "@/server/context";
import {
  admin,
  agent,
  clientPerson,
  foreignClientPerson,
  manager,
  otherAdmin,
  testId,
} from "@/testing/builders/actors";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { purgeUnattached } from "./purge";
import { showPhoto } from "./show";
import { folderStorage } from "./storage";
import { takePhoto } from "./upload";

const folder = mkdtempSync(join(tmpdir(), "muster-photos-"));
const storage = folderStorage(folder);
const otherManager = { ...manager, id: testId(2, 13) };
let world: HandledWorld;
let eventId: string;
let jpeg: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
  await world.database.execute(sql`
    INSERT INTO person (id, name, email, role) VALUES (${otherManager.id}, 'Olaf', 'olaf@people.example', 'manager')`);
  const booking = await world.submitted(["2035-06-02T10:00"]);
  const eventDates = await world.dates(booking.bookingId);
  await world.book(admin, { type: "approve", ...approveInput.parse({ ...booking, eventDates }) });
  const [event] = await world.database.query<{ id: string }>(sql`
    UPDATE event_instance SET manager_id = ${manager.id} WHERE booking_id = ${booking.bookingId} RETURNING id`);
  eventId = event?.id ?? "";
  jpeg = new Uint8Array(
    await sharp({ create: { width: 60, height: 40, channels: 3, background: "#345" } })
      .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 31/1 0/1" } })
      .jpeg()
      .toBuffer(),
  );
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

function contextOf(actor: PersonActor | null): RequestContext {
  return {
    database: world.database,
    requestId: "0192a000-request",
    headers: new Headers(),
    person: async () =>
      actor && {
        sessionId: randomUUID(),
        personId: actor.id,
        name: "Ada",
        email: "ada@agency.example",
        role: actor.role,
        clientId: actor.clientId,
        timeZone: null,
        signedInAt: new Date(),
      },
  };
}

interface Sending {
  readonly actor?: PersonActor | null;
  readonly photoId?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function send(
  body: BodyInit | null,
  { actor = manager, photoId = randomUUID(), headers = {} }: Sending = {},
) {
  const init = {
    method: "POST",
    body,
    headers: {
      "content-type": "image/jpeg",
      "sec-fetch-site": "same-origin",
      "x-photo-id": photoId,
      ...headers,
    },
    // Node wants to be told that a streamed body goes one way only.
    duplex: "half",
  };
  const response = await takePhoto({
    request: new Request("http://localhost:3000/api/photos", init),
    context: contextOf(actor),
    storage,
    trustedOrigins: ["http://localhost:3000"],
  });
  const answer: { photoId?: string; error?: { message: string } } = await response.json();
  return { status: response.status, photoId, ...answer };
}

const show = (actor: PersonActor | null, photoId: string, size: "large" | "small" = "large") =>
  showPhoto(contextOf(actor), storage, { photoId, size });
const files = () =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.includes("."));
const rows = async () => (await world.database.query(sql`SELECT FROM photo`)).length;

async function report(photoIds: readonly string[], actor = manager) {
  const input = reportIssueInput.parse({
    eventId,
    issueType: "other",
    severity: "high",
    description: `The stage leans, ${randomUUID()}.`,
    photoIds,
  });
  const { eventIds } = await runCommand(
    world.database,
    eventLife,
    { type: "reportIssue", ...input },
    { actor },
  );
  await world.settled();
  return eventIds[0] ?? "";
}

test("a photo is kept without its position, and shown to its uploader alone until a report takes it", async () => {
  const { status, photoId } = await send(jpeg);
  expect(status).toBe(201);
  const shown = await show(manager, photoId);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    "content-type": "image/jpeg",
    "content-disposition": 'inline; filename="photo.jpg"',
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
    "cache-control": expect.stringMatching(/private/),
  });
  const bytes = Buffer.from(await shown.arrayBuffer());
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  expect((await show(manager, photoId, "small")).status).toBe(200);
  for (const other of [admin, otherManager, clientPerson, agent, null]) {
    expect((await show(other, photoId)).status).toBe(404);
  }
  const issueId = await report([photoId]);
  const readers = [admin, otherAdmin, manager, otherManager, clientPerson, foreignClientPerson, agent, null];
  const answers = await Promise.all(readers.map(async (reader) => (await show(reader, photoId)).status));
  expect(answers).toEqual([200, 200, 200, 404, 404, 404, 404, 404]);
  expect(await issueById(world.database, admin, issueId)).toMatchObject({
    photoUrls: [`/photos/${photoId}`],
  });
});

test("a foreign photo, a missing one and a name that is no id are answered alike", async () => {
  const { photoId } = await send(jpeg);
  const answers = await Promise.all(
    [photoId, randomUUID(), "../../secret", "1' OR 1=1"].map(async (id) => {
      const response = await show(clientPerson, id);
      return [response.status, await response.text(), ...response.headers].join();
    }),
  );
  expect(new Set(answers).size).toBe(1);
});

test("sending a photo again keeps it once, and its id is nobody else's", async () => {
  const { photoId } = await send(jpeg);
  const before = files().length;
  expect((await send(jpeg, { photoId: photoId.toUpperCase() })).status).toBe(200);
  const taken = await send(jpeg, { photoId, actor: admin });
  expect(taken).toMatchObject({ status: 409, error: { message: expect.any(String) } });
  expect(files()).toHaveLength(before);
});

test("nobody attaches a photo of somebody else, or one that is attached already", async () => {
  const { photoId } = await send(jpeg, { actor: admin });
  await expect(report([photoId])).rejects.toMatchObject({ code: "INVALID" });
  await report([photoId], admin);
  const [{ event_id: first } = { event_id: "" }] = await world.database.query<{ event_id: string }>(sql`
    SELECT event_id FROM photo WHERE id = ${photoId}`);
  expect(first).toBe(eventId);
});

/** A body of so many bytes that nobody holds whole; counts what was asked for. */
function endless(bytes: number) {
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent >= bytes) return controller.close();
      const chunk = new Uint8Array(1_000_000).fill(120);
      sent += chunk.length;
      controller.enqueue(chunk);
    },
  });
  return { stream, sent: () => sent };
}

test("40 MB are refused early, announced or not, and nothing is kept", async () => {
  const [before, kept] = [await rows(), files().length];
  const announced = endless(40_000_000);
  const answer = await send(announced.stream, { headers: { "content-length": "40000000" } });
  expect(answer).toMatchObject({
    status: 413,
    error: { message: "This photo is larger than 10 MB. Choose a smaller one." },
  });
  const silent = endless(40_000_000);
  expect((await send(silent.stream)).status).toBe(413);
  expect(announced.sent()).toBeLessThan(3_000_000);
  expect(silent.sent()).toBeLessThan(14_000_000);
  expect([await rows(), files().length]).toEqual([before, kept]);
});

test.each([
  ["an SVG named .jpg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), {}, 422],
  ["a page named .jpg", Buffer.from("<!doctype html><title>x</title>"), {}, 422],
  ["nothing", Buffer.alloc(0), {}, 422],
  ["an SVG that says so", Buffer.from("<svg/>"), { "content-type": "image/svg+xml" }, 415],
  ["a form", Buffer.from("x"), { "content-type": "multipart/form-data; boundary=x" }, 415],
  ["another site", Buffer.from("x"), { "sec-fetch-site": "cross-site" }, 403],
  ["no id", Buffer.from("x"), { "x-photo-id": "../x" }, 422],
] as const)("%s is refused in so many words, and nothing is kept", async (_, body, headers, status) => {
  const [before, kept] = [await rows(), files().length];
  const answer = await send(new Uint8Array(body), { headers });
  expect(answer).toMatchObject({ status, error: { message: expect.stringMatching(/\.$/) } });
  expect([await rows(), files().length]).toEqual([before, kept]);
});

test.each([
  [agent, 403],
  [clientPerson, 403],
  [null, 401],
])("%o may send none", async (actor, status) => {
  expect((await send(jpeg, { actor })).status).toBe(status);
});

test("one photo at a time per person, and 200 MB a day", async () => {
  const answers = await Promise.all([send(jpeg), send(jpeg)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 429]);
  await world.database.execute(sql`UPDATE photo SET bytes = 200000001 WHERE uploaded_by = ${otherAdmin.id}`);
  expect((await send(jpeg, { actor: otherAdmin })).status).toBe(201);
  await world.database.execute(sql`UPDATE photo SET bytes = 200000001 WHERE uploaded_by = ${otherAdmin.id}`);
  expect((await send(jpeg, { actor: otherAdmin })).status).toBe(429);
  await world.database.execute(sql`
    UPDATE photo SET created_at = now() - interval '25 hours' WHERE uploaded_by = ${otherAdmin.id}`);
  expect((await send(jpeg, { actor: otherAdmin })).status).toBe(201);
});

test("after a day what no report took is gone, files and all; what one took stays", async () => {
  const taken = await send(jpeg, { actor: admin });
  await report([taken.photoId], admin);
  const fresh = await send(jpeg, { actor: admin });
  const old = await send(jpeg, { actor: admin });
  await world.database.execute(sql`
    UPDATE photo SET created_at = now() - interval '25 hours' WHERE id = ANY (${[taken.photoId, old.photoId]}::uuid[])`);
  const before = files().length;
  const gone = await purgeUnattached(world.database, storage);
  expect(gone).toBeGreaterThanOrEqual(1);
  expect(files()).toHaveLength(before - 2 * gone);
  const seen = await Promise.all(
    [taken, fresh, old].map(async ({ photoId }) => (await show(admin, photoId)).status),
  );
  expect(seen).toEqual([200, 200, 404]);
});
