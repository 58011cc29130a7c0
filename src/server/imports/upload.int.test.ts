import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import type { RequestContext } from "@/server/context";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { removeOldImports, readImportFile } from "./files";
import { enterReading } from "./one-at-a-time";
import { takeUpload } from "./upload";

let own: TestDatabase;
let database: Database;
let personId: string;

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 3, applicationName: "upload test" });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});
beforeEach(() => {
  personId = newId();
});

type Role = "admin" | "manager" | "agent" | "client";

function contextOf(role: Role | null): RequestContext {
  return {
    database,
    requestId: "0192a000-request",
    headers: new Headers(),
    person: async () =>
      role && {
        sessionId: newId(),
        personId,
        name: "Ada",
        email: "ada@agency.example",
        role,
        clientId: role === "client" ? newId() : null,
        timeZone: null,
        signedInAt: new Date(),
      },
  };
}

async function send(
  body: BodyInit | null,
  { role = "admin" as Role | null, headers = {} as Record<string, string> } = {},
): Promise<{ status: number; body: { fileId?: string; error?: { message: string; requestId: string } } }> {
  const init = {
    method: "POST",
    body,
    headers: {
      "content-type": "text/csv",
      "sec-fetch-site": "same-origin",
      "x-file-name": "a.csv",
      ...headers,
    },
    // Node wants to be told that a streamed body goes one way only.
    duplex: "half",
  };
  const request = new Request("http://localhost:3000/api/imports", init);
  const answer = await takeUpload({
    request,
    context: contextOf(role),
    trustedOrigins: ["http://localhost:3000"],
  });
  return { status: answer.status, body: await answer.json() };
}

const stored = async () => {
  const [row] = await database.query<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM import_file WHERE uploaded_by = ${personId}`);
  return row?.count;
};

/** A body of so many bytes that nobody holds whole; counts what was asked for. */
function endless(bytes: number) {
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent >= bytes) return controller.close();
      const chunk = new Uint8Array(Math.min(1_000_000, bytes - sent)).fill(120);
      sent += chunk.length;
      controller.enqueue(chunk);
    },
  });
  return { stream, sent: () => sent };
}

test("keeps the bytes as they came, under the name of the file", async () => {
  const bytes = Buffer.from([0x69, 0x64, 0x0a, 0xe9, 0x00, 0xff]);
  const { status, body } = await send(bytes, {
    headers: { "x-file-name": encodeURIComponent("Märkte\u0007 1.csv") },
  });
  expect(status).toBe(201);
  const file = await readImportFile(database, { fileId: body.fileId ?? "", personId });
  expect(file.bytes.equals(bytes)).toBe(true);
  expect(file.name).toBe("Märkte 1.csv");
});

test("30 MB are refused in so many words, and nothing is kept", async () => {
  const { stream } = endless(30_000_000);
  const { status, body } = await send(stream);
  expect(status).toBe(413);
  expect(body.error).toEqual({
    message: "The file is larger than 20 MB. Split it and import the parts.",
    requestId: "0192a000-request",
  });
  expect(await stored()).toBe(0);
});

test("a body without an end is not read to the end", async () => {
  const { stream, sent } = endless(1_000_000_000);
  expect((await send(stream)).status).toBe(413);
  expect(sent()).toBeLessThan(100_000_000);
});

test("an empty body is refused", async () => {
  expect(await send("")).toMatchObject({ status: 422, body: { error: { message: expect.any(String) } } });
});

test.each(["manager", "agent", "client"] as const)("a %s is refused", async (role) => {
  expect((await send("id\n", { role })).status).toBe(403);
  expect(await stored()).toBe(0);
});

test("nobody signed in is asked to sign in", async () => {
  expect((await send("id\n", { role: null })).status).toBe(401);
});

test.each([
  ["another site", { "sec-fetch-site": "cross-site" }, 403],
  ["a form", { "content-type": "multipart/form-data; boundary=x" }, 415],
  ["plain text", { "content-type": "text/plain" }, 415],
])("%s is refused", async (_, headers, status) => {
  expect((await send("id\n", { headers })).status).toBe(status);
  expect(await stored()).toBe(0);
});

test("one upload at a time per person", async () => {
  const leave = enterReading(personId);
  expect((await send("id\n")).status).toBe(429);
  leave?.();
  expect((await send("id\n")).status).toBe(201);
});

test("files go after a day, except one that a run still needs", async () => {
  const [old, needed] = [await send("id\n"), await send("id\n")].map(({ body }) => body.fileId ?? "");
  await database.execute(sql`
    UPDATE import_file SET created_at = now() - interval '25 hours' WHERE uploaded_by = ${personId}`);
  await database.execute(sql`
    INSERT INTO import_run (id, file_id, file_name, mapping, started_by, idempotency_key)
    VALUES (${newId()}, ${needed}, 'a.csv', '{}', ${personId}, ${newId()})`);
  await removeOldImports(database);
  await expect(readImportFile(database, { fileId: old ?? "", personId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect((await readImportFile(database, { fileId: needed ?? "", personId })).id).toBe(needed);
});
