import { CloudEvent, HTTP } from "cloudevents";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { catalog } from "@/domain-events/catalog/catalog";
import { fact } from "@/domain-events/catalog/fact";
import { MASK } from "@/domain-events/catalog/mask";
import type { RequestContext } from "@/server/context";
import { admin, agent, manager, otherAdmin } from "@/testing/builders/actors";
import { bookingId } from "@/testing/builders/bookings";
import { insertLoggedWorld, managedEventId, recordFact } from "@/testing/builders/logged-world";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { insertSession } from "@/testing/matrix/actors";
import { catchLog, lines } from "@/testing/matrix/log-lines";
import { exportLog } from "./export-log";
import { exportFilter } from "./inputs";
import { matching } from "./matching";
import { takeExport } from "./take-export";

let own: TestDatabase;
let database: Database;
const origin = "http://localhost:3000";

beforeAll(async () => {
  catchLog();
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 4, applicationName: "export test" });
  await insertLoggedWorld(database);
  for (const { id } of [admin, otherAdmin]) await insertSession(database, id, id);
  await recordFact(database, fact("BOOKING_CREATED", { ...catalog.BOOKING_CREATED.example, bookingId }));
  await recordFact(
    database,
    fact("STAFF_NO_SHOW", { ...catalog.STAFF_NO_SHOW.example, eventId: managedEventId, userId: agent.id }),
    { actor: manager },
  );
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

type Role = "admin" | "manager" | "agent" | "client";

function contextOf(role: Role | null, personId = admin.id): RequestContext {
  const person = {
    // Any id will do for a session.
    sessionId: personId,
    personId,
    name: "Ada",
    email: "ada@agency.example",
    clientId: null,
    timeZone: null,
    signedInAt: new Date(),
  };
  const headers = new Headers();
  return {
    database,
    requestId: "0192a000-request",
    headers,
    person: async () => role && { ...person, role },
  };
}

interface Asking {
  readonly role?: Role | null;
  readonly personId?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly factsMax?: number;
}

/** Asks for everything, unless told otherwise. */
function ask(
  wish: unknown,
  { role = "admin", personId, headers = {}, factsMax }: Asking = {},
): Promise<Response> {
  const request = new Request(`${origin}/api/log/export`, {
    method: "POST",
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...headers },
    body: typeof wish === "string" ? wish : JSON.stringify(wish),
  });
  return takeExport({
    request,
    context: contextOf(role, personId),
    trustedOrigins: [origin],
    appUrl: origin,
    ...(factsMax !== undefined && { factsMax }),
  });
}

const everything = (format: string, more: object = {}) => ({ format, filter: { range: "all", ...more } });

interface Line {
  readonly id: string;
  readonly type: string;
  readonly payload: object;
  readonly notice?: { readonly reason: string; readonly facts: number };
}

async function linesOf(response: Response): Promise<readonly Line[]> {
  const text = await response.text();
  return text
    .trimEnd()
    .split("\n")
    .flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Line]));
}

async function recordMany(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await recordFact(database, fact("BOOKING_CREATED", { ...catalog.BOOKING_CREATED.example, bookingId }));
  }
}

test("NDJSON holds what the filter leaves, newest first, with personal fields masked", async () => {
  const response = await ask(everything("ndjson"));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/x-ndjson");
  expect(response.headers.get("content-disposition")).toMatch(
    /^attachment; filename="muster-log-\d{4}-\d\d-\d\dT\d{4}Z\.ndjson"$/,
  );
  expect(response.headers.get("cache-control")).toBe("no-store");
  const [newest, oldest, ...others] = await linesOf(response);
  expect(others).toEqual([]);
  expect([newest?.type, oldest?.type]).toEqual(["STAFF_NO_SHOW", "BOOKING_CREATED"]);
  expect(newest?.payload).toMatchObject({
    eventId: managedEventId,
    userId: MASK,
    notes: MASK,
    consequenceLevel: MASK,
  });
  expect(await linesOf(await ask(everything("ndjson", { category: "staff" })))).toEqual([newest]);
  expect(await linesOf(await ask(everything("ndjson", { types: ["BOOKING_CREATED"] })))).toEqual([oldest]);
  expect(await linesOf(await ask(everything("ndjson", { id: newest?.id })))).toEqual([newest]);
  expect(await linesOf(await ask(everything("ndjson", { id: newId() })))).toEqual([]);
  expect(await linesOf(await ask(everything("ndjson", { to: "2020-01-01T00:00:00.000Z" })))).toEqual([]);
});

test("CSV has the columns of the screen and names nobody", async () => {
  const text = await (await ask(everything("csv"))).text();
  const [head, newest] = text.split("\r\n");
  expect(head).toMatch(/^Time \(UTC\),Type,About,Actor,Actor role,Handler notification,/);
  expect(newest).toMatch(/^\d{4}-.*Z,STAFF_NO_SHOW,BK-\d+,masked,manager,/);
  expect(text).not.toMatch(/Mina|Bo Lind|Okafor/);
});

test("the official SDK reads the CloudEvents", async () => {
  const response = await ask(everything("cloudevents"));
  const type = response.headers.get("content-type") ?? "";
  const events = HTTP.toEvent({ headers: { "content-type": type }, body: await response.text() });
  const batch = (Array.isArray(events) ? events : [events]).map((event) => new CloudEvent(event));
  expect(batch.map((event) => [event.type, event.validate()])).toEqual([
    ["STAFF_NO_SHOW", true],
    ["BOOKING_CREATED", true],
  ]);
});

test.each(["manager", "agent", "client"] as const)("a %s is refused, and that is on record", async (role) => {
  lines.length = 0;
  const response = await ask(everything("ndjson"), { role });
  expect(response.status).toBe(403);
  expect(await response.json()).toEqual({
    error: { message: "Exporting the log is for admins of the agency.", requestId: "0192a000-request" },
  });
  expect(lines.filter((line) => line.includes('"denied"'))).toHaveLength(1);
});

test.each([
  ["nobody signed in", everything("ndjson"), { role: null }, 401],
  ["another site", everything("ndjson"), { headers: { "sec-fetch-site": "cross-site" } }, 403],
  ["a form", "format=csv", { headers: { "content-type": "application/x-www-form-urlencoded" } }, 415],
  ["no JSON", "{", {}, 400],
  ["an unknown format", everything("xlsx"), {}, 400],
  ["an unknown key", { ...everything("csv"), all: true }, {}, 400],
  [
    "a cursor",
    everything("csv", { cursor: { recordedAt: "2026-01-01T00:00:00.000Z", position: "1" } }),
    {},
    400,
  ],
  ["a body of 65 KiB", "x".repeat(65 * 1024), {}, 413],
] as const)("%s is refused", async (_, wish, asking, status) => {
  const response = await ask(wish, asking);
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({
    error: { message: expect.stringMatching(/\.$/), requestId: expect.any(String) },
  });
});

test("of 20 exports of one person at once one runs, another person's as well (S-58)", async () => {
  const asked = await Promise.all(Array.from({ length: 20 }, () => ask(everything("ndjson"))));
  expect(asked.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(429)]);
  const other = await ask(everything("ndjson"), { personId: otherAdmin.id });
  expect(other.status).toBe(200);
  await Promise.all([...asked, other].map((response) => response.text()));
  const afterwards = await ask(everything("ndjson"));
  expect(afterwards.status).toBe(200);
  await afterwards.text();
});

test("a reader who goes away frees the place", async () => {
  const left = await ask(everything("ndjson"));
  await left.body?.cancel();
  const next = await ask(everything("ndjson"));
  expect(next.status).toBe(200);
  await next.text();
});

test("a file that reached its limit says so, and holds as much as it says", async () => {
  const short = await linesOf(await ask(everything("ndjson"), { factsMax: 1 }));
  expect(short.map(({ type, notice }) => type ?? notice)).toEqual([
    "STAFF_NO_SHOW",
    expect.objectContaining({ reason: "limit", facts: 1, message: expect.stringContaining("1 log entries") }),
  ]);
  const whole = await linesOf(await ask(everything("ndjson"), { factsMax: 2 }));
  expect(whole.map(({ notice }) => notice)).toEqual([undefined, undefined]);
});

test("a file whose time is over says so as well", async () => {
  await recordMany(300);
  const pieces = exportLog(database, {
    matches: await matching(database, exportFilter.parse({ range: "all" })),
    format: "ndjson",
    isUnmasked: false,
    factsMax: 10_000,
    timeMaxMs: -1,
    appUrl: origin,
    isStillAllowed: async () => true,
  });
  let text = "";
  for await (const piece of pieces) text += piece;
  const lastLine = text.trimEnd().split("\n").at(-1) ?? "";
  expect(JSON.parse(lastLine)).toMatchObject({ notice: { reason: "time", facts: 250 } });
});

test("many pages: nothing twice, nothing missing, nothing that came after the beginning", async () => {
  await recordMany(300);
  const before = await database.query<{ id: string }>(
    sql`SELECT id FROM event_log ORDER BY recorded_at DESC, position DESC`,
  );
  const response = await ask(everything("ndjson"));
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    text += piece.value;
    await recordMany(3);
  }
  const ids = text
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as Line).id);
  expect(ids).toEqual(before.map(({ id }) => id));
});

test("a page is read when the one before was taken, and no sooner", async () => {
  const response = await ask(everything("ndjson"));
  const reader = response.body?.getReader();
  const sizes: number[] = [];
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    sizes.push(piece.value.length);
  }
  expect(sizes.filter((size) => size > 0).length).toBeGreaterThanOrEqual(3);
});

test("a right that is lost in the middle breaks the file off (S-8)", async () => {
  const response = await ask(everything("ndjson"), { personId: otherAdmin.id });
  const reader = response.body?.getReader();
  await reader?.read();
  await database.execute(sql`UPDATE person SET active = false WHERE id = ${otherAdmin.id}`);
  const rest = async () => {
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read());
  };
  await expect(rest()).rejects.toThrow("may not read the log any more");
  await database.execute(sql`UPDATE person SET active = true WHERE id = ${otherAdmin.id}`);
  expect((await ask(everything("ndjson"), { personId: otherAdmin.id })).status).toBe(200);
});

describe("personal fields", () => {
  const looks = () =>
    database.query<{ payload: object; correlation_id: string }>(sql`
      SELECT payload, correlation_id FROM event_log WHERE type = 'LOG_PERSONAL_DATA_VIEWED'`);
  const staff = (more: object) => ({ ...everything("ndjson", { category: "staff" }), ...more });

  test("leave with a reason, which is on record before the first line goes out (S-54)", async () => {
    const response = await ask(staff({ unmask: { reason: " Asked by the agent. " } }));
    expect(await looks()).toEqual([
      {
        correlation_id: admin.id,
        payload: {
          fields: expect.arrayContaining(["userId", "notes", "consequenceLevel", "metadata.userId"]),
          count: 1,
          reason: "Asked by the agent.",
          viewedBy: admin.id,
          viewedAt: expect.any(String),
        },
      },
    ]);
    const [line] = await linesOf(response);
    expect(line?.payload).toMatchObject({ userId: agent.id, notes: catalog.STAFF_NO_SHOW.example.notes });
    const csv = await ask({ ...staff({ unmask: { reason: "Again." } }), format: "csv" });
    expect(await csv.text()).toContain("Mina Okafor");
    expect(await looks()).toHaveLength(2);
  });

  test.each([
    ["without a reason", staff({ unmask: {} }), {}, 400],
    ["for a reason of blanks", staff({ unmask: { reason: "  " } }), {}, 400],
    ["for a manager", staff({ unmask: { reason: "Curious." } }), { role: "manager" }, 403],
  ] as const)("stay masked %s, and nothing is recorded", async (_, wish, asking, status) => {
    const before = await looks();
    expect((await ask(wish, asking)).status).toBe(status);
    expect(await looks()).toEqual(before);
  });

  test("nothing is recorded where there is nothing to see", async () => {
    const before = await looks();
    const response = await ask({ ...everything("ndjson", { id: newId() }), unmask: { reason: "A check." } });
    expect(await linesOf(response)).toEqual([]);
    expect(await looks()).toEqual(before);
  });
});
