import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import type { RequestContext } from "@/server/context";
import { createCaller } from "@/server/router";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { storeImportFile } from "./files";
import { prepareImport } from "./prepare-import";
import { forgetPreviews } from "./previews";
import { runImport } from "./run-import";
import { workOffImports } from "./runner";

const city = readFileSync(new URL("./fixtures/city-events.csv", import.meta.url));
const mapping = {
  columns: {
    externalId: "Event ID",
    title: "Event Name",
    start: "Start Date/Time",
    end: "End Date/Time",
    venue: "Event Location",
    venuePrefix: "Event Borough",
    category: "Event Type",
  },
  timeZone: "America/New_York",
  dateOrder: "auto" as const,
};

let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 6, applicationName: "imports test" });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

interface Person {
  readonly id: string;
  readonly caller: ReturnType<typeof createCaller>;
}

let clientId: string;
let ada: Person;

beforeEach(async () => {
  forgetPreviews();
  clientId = await addClient();
  ada = await addPerson("admin", null);
});

async function addClient(name: string = newId()): Promise<string> {
  const id = newId();
  await database.execute(sql`INSERT INTO client (id, name) VALUES (${id}, ${name})`);
  return id;
}

async function addPerson(role: "admin" | "manager" | "agent" | "client", of: string | null): Promise<Person> {
  const id = newId();
  const email = `${id}@agency.example`;
  await database.execute(sql`
    INSERT INTO person (id, name, email, role, client_id) VALUES (${id}, 'Ada', ${email}, ${role}, ${of})`);
  const context: RequestContext = {
    database,
    requestId: newId(),
    headers: new Headers(),
    person: async () => ({
      sessionId: newId(),
      personId: id,
      name: "Ada",
      email,
      role,
      clientId: of,
      timeZone: null,
      signedInAt: new Date(),
    }),
  };
  return { id, caller: createCaller(context) };
}

async function upload(content: string | Uint8Array, person = ada): Promise<string> {
  return storeImportFile(database, { personId: person.id, name: "city.csv", bytes: Buffer.from(content) });
}

const preview = (fileId: string, more: object = {}) =>
  ada.caller.bookings.importPreview({ fileId, clientId, mapping, ...more });

async function run(fileId: string, more: object = {}) {
  const { runId } = await ada.caller.bookings.import({ fileId, clientId, mapping, ...more });
  await workOffImports(database);
  return ada.caller.bookings.importStatus({ runId });
}

const counts = async () => {
  const [row] = await database.query<{ bookings: number; venues: number; facts: number }>(sql`
    SELECT (SELECT count(*)::int FROM booking) AS bookings, (SELECT count(*)::int FROM location) AS venues,
      (SELECT count(*)::int FROM event_log) AS facts`);
  return row;
};

const places = (problems: readonly { row: number; code: string }[]) =>
  problems.map(({ row, code }) => [row, code]);

describe("a dry run", () => {
  test("says what would be made and every problem by row, and writes nothing", async () => {
    const before = await counts();
    const { summary, problems, errors, warnings } = await preview(await upload(city));
    expect(summary).toMatchObject({
      rows: 11,
      rowsRefused: 3,
      bookings: 5,
      dates: 7,
      alreadyImported: 0,
      venuesNew: 5,
      venuesKnown: 0,
    });
    expect(places(problems)).toEqual([
      [7, "date-wrong"],
      [8, "formula-text"],
      [9, "end-before-start"],
      [10, "row-ragged"],
      [12, "date-duplicate"],
    ]);
    expect([errors, warnings]).toEqual([3, 2]);
    expect(await counts()).toEqual(before);
  });

  test("shows errors alone, and one page at a time", async () => {
    const fileId = await upload(city);
    const page = await preview(fileId, { severity: "error", offset: 1, limit: 1 });
    expect(places(page.problems)).toEqual([[9, "end-before-start"]]);
    expect(page).toMatchObject({ shown: 3, errors: 3, warnings: 2 });
  });

  test("guesses columns, and the zone once the venues are known", async () => {
    const fileId = await upload(city.toString().replaceAll("Poplar", newId()));
    const head = await ada.caller.bookings.importFile({ fileId });
    expect(head.guess).toEqual(mapping.columns);
    expect(head.headers).toHaveLength(8);
    expect(head.rows[0]?.[1]).toBe("Harvest Market");
  });

  test.each([
    ["an empty header row", "\n", "file-empty"],
    ["a UTF-16 file", Buffer.from("\uFEFFid,title\n", "utf16le"), "file-utf16"],
    ["a million columns", `${"a,".repeat(1_000_000)}a\n`, "too-many-columns"],
    ["an open quote in the header", '"id,title\n1,2\n', "header-quote"],
    ["other columns than the mapped ones", "id,title\n1,2\n", "column-unknown"],
  ])("%s is one clear problem of the file", async (_, content, code) => {
    const { summary, problems } = await preview(await upload(content));
    expect(problems[0]).toMatchObject({ code, severity: "error" });
    expect(summary.bookings).toBe(0);
  });

  test("only a header is nothing to do, and no error", async () => {
    const [header] = city.toString().split("\n");
    const { summary, errors } = await preview(await upload(`${header}\n`));
    expect([summary.rows, summary.bookings, errors]).toEqual([0, 0, 0]);
  });

  test("rows in another encoding and with a million columns are reported, the rest stays", async () => {
    const [header = "", row = ""] = city.toString().split("\n");
    const bytes = Buffer.concat([
      Buffer.from(`${header}\n${row}\n700009,Caf`),
      Buffer.from([0xe9]),
      Buffer.from(`,07/04/2026 10:00:00 AM,07/04/2026 11:00:00 AM,a,b,c,d\n${"x,".repeat(1_000_000)}\n`),
    ]);
    const { summary, problems } = await preview(await upload(bytes));
    expect(places(problems)).toEqual([
      [3, "row-encoding"],
      [4, "row-too-wide"],
    ]);
    expect(summary).toMatchObject({ rows: 3, bookings: 1, rowsRefused: 2 });
  });

  test("texts that are too long, too many venues and dates that are too long are said at their row", async () => {
    const [header = ""] = city.toString().split("\n");
    const row = (id: string, change: { title?: string; end?: string; type?: string; venue?: string }) =>
      `${id},${change.title ?? "Fair"},07/04/2026 10:00:00 AM,${change.end ?? "07/04/2026"} 11:00:00 AM,a,${change.type ?? "b"},c,"${change.venue ?? "d"}"`;
    const many = Array.from({ length: 31 }, (_, index) => `Lot ${index}`).join(",");
    const { problems, summary } = await preview(
      await upload(
        [
          header,
          row("1", { title: "t".repeat(201) }),
          row("2", { type: "k".repeat(81) }),
          row("3", { venue: "v".repeat(301) }),
          row("4", { venue: many }),
          row("5", { end: "07/04/2029" }),
          row("6", {}),
        ].join("\n"),
      ),
      { severity: "error", mapping: { ...mapping, dateOrder: "mdy" } },
    );
    expect(places(problems)).toEqual([
      [2, "value-too-long"],
      [3, "value-too-long"],
      [4, "venue-too-long"],
      [5, "too-many-venues"],
      [6, "date-too-long"],
    ]);
    expect(summary).toMatchObject({ bookings: 1, rowsRefused: 5, venuesNew: 1 });
  });

  test("a second file of the same person waits for the first", async () => {
    const fileId = await upload(city);
    const answers = await Promise.allSettled([
      preview(fileId, { mapping: { ...mapping, timeZone: "Europe/Berlin" } }),
      preview(fileId, { mapping: { ...mapping, timeZone: "Asia/Tokyo" } }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual(["fulfilled", "rejected"]);
    expect(answers[1]).toMatchObject({ reason: { code: "TOO_MANY_REQUESTS" } });
  });
});

describe("a run", () => {
  test("makes submitted bookings with the right instants, facts and venues", async () => {
    const { run: done, problems } = await run(await upload(city));
    expect(done).toMatchObject({
      status: "done",
      total: 5,
      made: 5,
      skipped: 0,
      refused: 0,
      errors: 3,
      warnings: 2,
    });
    expect(problems).toHaveLength(5);

    const [market] = await database.query<{
      id: string;
      status: string;
      venues: string[];
      plan: unknown;
    }>(sql`
      SELECT b.id, b.status, b.plan, array_agg(l.name ORDER BY v.rank) AS venues
      FROM booking b JOIN booking_venue v ON v.booking_id = b.id JOIN location l ON l.id = v.location_id
      WHERE b.client_id = ${clientId} AND b.import_key = '700001' GROUP BY b.id`);
    expect(market).toMatchObject({
      status: "submitted",
      venues: ["Brooklyn: Carver Square: Lawn", "Brooklyn: Carver Square: North Gate"],
      plan: { activities: [{ type: "Farmers Market", durationMinutes: 240, roles: [], kits: [] }] },
    });
    const facts = await database.query<{ type: string; by: string; source: string }>(sql`
      SELECT type, metadata->>'userId' AS by, source FROM event_log
      WHERE correlation_id = ${market?.id ?? ""} ORDER BY position`);
    expect(facts).toEqual([
      { type: "BOOKING_CREATED", by: ada.id, source: "bookings.import" },
      { type: "BOOKING_SUBMITTED", by: ada.id, source: "bookings.import" },
    ]);
  });

  test("keeps the venue's clock across both clock changes", async () => {
    await run(await upload(city));
    const dates = await database.query<{ key: string; starts: string; ends: string }>(sql`
      SELECT b.import_key AS key, d.starts_at::text AS starts, d.ends_at::text AS ends
      FROM booking_date d JOIN booking b ON b.id = d.booking_id
      WHERE b.client_id = ${clientId} AND b.import_key IN ('700001', '700002', '700003')
      ORDER BY b.import_key, d.starts_at`);
    expect(dates.map(({ key, starts, ends }) => [key, starts, ends])).toEqual([
      ["700001", "2026-10-25 14:00:00+00", "2026-10-25 18:00:00+00"],
      ["700001", "2026-11-01 15:00:00+00", "2026-11-01 19:00:00+00"],
      ["700001", "2026-11-08 15:00:00+00", "2026-11-08 19:00:00+00"],
      // Half past midnight is still summer time, half past three is not: four hours, not three.
      ["700002", "2026-11-01 04:30:00+00", "2026-11-01 08:30:00+00"],
      // Half past one to half past three on the night that skips an hour: one hour.
      ["700003", "2026-03-08 06:30:00+00", "2026-03-08 07:30:00+00"],
    ]);
  });

  test("run twice adds nothing", async () => {
    const fileId = await upload(city);
    await run(fileId);
    const before = await counts();
    const again = await run(fileId);
    expect(again.run).toMatchObject({ status: "done", made: 0, skipped: 5, refused: 0, venuesMade: 0 });
    expect(await counts()).toEqual(before);
    expect((await preview(fileId)).summary).toMatchObject({ bookings: 0, alreadyImported: 5 });
  });

  test("one spelling of a venue is one venue", async () => {
    await run(await upload(city));
    const venues = await database.query<{ name: string }>(sql`
      SELECT name FROM location WHERE lower(name) = 'brooklyn: carver square: lawn'`);
    expect(venues).toHaveLength(1);
  });

  test("a venue that left the directory refuses its group and no other", async () => {
    const name = `Bronx: ${newId()}`;
    await database.execute(sql`
      INSERT INTO location (id, name, time_zone, archived_at)
      VALUES (${newId()}, ${name}, 'America/New_York', now())`);
    const csv = city.toString().replaceAll("Poplar Court", name.slice("Bronx: ".length));
    const { run: done, problems } = await run(await upload(csv));
    expect(done).toMatchObject({ status: "done", made: 4 });
    expect(places(problems)).toContainEqual([8, "venue-archived"]);
  });

  test("a group that a rule refuses on the way is reported, the rest is imported", async () => {
    const [name, id] = [`Bronx: ${newId()}`, newId()];
    await database.execute(sql`
      INSERT INTO location (id, name, time_zone) VALUES (${id}, ${name}, 'America/New_York')`);
    const bytes = Buffer.from(city.toString().replaceAll("Poplar Court", name.slice("Bronx: ".length)));
    const prepared = await prepareImport(database, { bytes, mapping, clientId });
    expect(prepared.groups).toHaveLength(5);
    await database.execute(sql`UPDATE location SET archived_at = now() WHERE id = ${id}`);
    const outcome = await runImport(database, {
      actor: { kind: "person", id: ada.id, role: "admin", clientId: null },
      timeZone: mapping.timeZone,
      prepared,
      runId: newId(),
    });
    expect(outcome).toMatchObject({ total: 5, made: 4, refused: 1 });
    expect(outcome.problems).toEqual([
      expect.objectContaining({ row: 8, code: "group-refused", message: expect.stringContaining("700005") }),
    ]);
    const [made] = await database.query<{ count: number }>(sql`
      SELECT count(*)::int AS count FROM booking WHERE client_id = ${clientId}`);
    expect(made?.count).toBe(4);
  });

  test("cancelled on the way it keeps what it made and begins nothing more", async () => {
    const [header = "", row = ""] = city.toString().split("\n");
    const rows = Array.from({ length: 400 }, (_, index) => row.replace("700001", `8${index}`));
    const fileId = await upload([header, ...rows].join("\n"));
    const { runId } = await ada.caller.bookings.import({ fileId, clientId, mapping });
    await database.execute(sql`UPDATE import_run SET cancel_requested_at = now() WHERE id = ${runId}`);
    await workOffImports(database);
    const { run: done } = await ada.caller.bookings.importStatus({ runId });
    expect(done.status).toBe("cancelled");
    expect(done.total).toBe(400);
    expect(done.made).toBeLessThan(400);
    const [made] = await database.query<{ count: number }>(sql`
      SELECT count(*)::int AS count FROM booking WHERE client_id = ${clientId}`);
    expect(made?.count).toBe(done.made);
  });

  test("rows that name a client of their own go to that client", async () => {
    const name = `Northwind ${newId()}`;
    const northwind = await addClient(name);
    const [header = "", row = ""] = city.toString().split("\n");
    const csv = `${header},Customer\n${row},${name.toUpperCase()}\n${row.replace("700001", "700050")},Nobody\n`;
    const withClient = { ...mapping, columns: { ...mapping.columns, client: "Customer" } };
    const { run: done, problems } = await run(await upload(csv), {
      mapping: withClient,
      clientId: undefined,
    });
    expect(done).toMatchObject({ status: "done", total: 1, made: 1 });
    expect(places(problems)).toEqual([[3, "client-unknown"]]);
    const [made] = await database.query<{ client: string }>(sql`
      SELECT client_id AS client FROM booking WHERE client_id = ${northwind}`);
    expect(made?.client).toBe(northwind);
  });

  test("clients that count alike get a booking each; one that is named in half of its rows is asked about", async () => {
    const [acme, beta] = [`Acme ${newId()}`, `Beta ${newId()}`];
    const ids = [await addClient(acme), await addClient(beta)];
    const [header = "", row = ""] = city.toString().split("\n");
    const csv = `${header},Customer\n${row},${acme}\n${row},${beta}\n${row},\n`;
    const { run: done, problems } = await run(await upload(csv), {
      mapping: { ...mapping, columns: { ...mapping.columns, client: "Customer" } },
      clientId: ids[0],
    });
    expect(done).toMatchObject({ status: "done", total: 2, made: 2 });
    expect(places(problems)).toEqual([[4, "client-twice"]]);
    const made = await database.query<{ client: string }>(sql`
      SELECT client_id AS client FROM booking WHERE client_id = ANY (${ids}::uuid[])`);
    expect(made.map(({ client }) => client).sort()).toEqual([...ids].sort());
  });

  test("refused rows come back as a file to correct, formulas made harmless", async () => {
    const csv = city.toString().replace("07/04/2026 06:00:00 PM", "32/04/2026 06:00:00 PM");
    const { run: done } = await run(await upload(csv));
    const { csv: refused } = await ada.caller.bookings.importRefused({ runId: done.id });
    const lines = refused.trim().split("\r\n");
    expect(lines[0]).toMatch(/^Event ID,Event Name,.*,Row in the file,Why it was left out$/);
    expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(["700004", "700005", "700006", ""]);
    expect(lines[2]).toContain("'=HYPERLINK");
  });

  test("a run left behind by a killed process is taken up again and counts what it had made", async () => {
    const fileId = await upload(city);
    const first = await run(fileId);
    // As a process leaves it that is killed in the middle: running, with a lease that has ended.
    await database.execute(sql`
      UPDATE import_run SET status = 'running', made = 2, finished_at = NULL, lease_until = now() - interval '1 second'
      WHERE id = ${first.run.id}`);
    const before = await counts();
    await workOffImports(database);
    const { run: done } = await ada.caller.bookings.importStatus({ runId: first.run.id });
    expect(done).toMatchObject({ status: "done", total: 5, made: 5, skipped: 0 });
    expect(await counts()).toEqual(before);
  });

  test("a run that stopped its process three times is given up", async () => {
    const { run: done } = await run(await upload(city));
    await database.execute(sql`
      UPDATE import_run SET status = 'running', attempts = 3, lease_until = now() - interval '1 second'
      WHERE id = ${done.id}`);
    await workOffImports(database);
    const { run: given } = await ada.caller.bookings.importStatus({ runId: done.id });
    expect(given).toMatchObject({ status: "failed" });
    expect(given.failure).toContain("nothing is made twice");
  });

  test("one run at a time per person; the same key is the same run; a waiting one can be cancelled", async () => {
    const fileId = await upload(city);
    const running = newId();
    await database.execute(sql`
      INSERT INTO import_run (id, file_name, client_id, mapping, started_by, idempotency_key, status, lease_until)
      VALUES (${running}, 'other.csv', ${clientId}, ${JSON.stringify(mapping)}::jsonb, ${ada.id},
        'the-key-of-the-run', 'running', now() + interval '1 hour')`);
    const wish = { fileId, clientId, mapping };
    await expect(ada.caller.bookings.import(wish)).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    const same = await ada.caller.bookings.import({ ...wish, idempotencyKey: "the-key-of-the-run" });
    expect(same.runId).toBe(running);
    await workOffImports(database);
    await database.execute(sql`UPDATE import_run SET status = 'queued' WHERE id = ${running}`);
    const { run: cancelled } = await ada.caller.bookings.importCancel({ runId: running });
    expect(cancelled.status).toBe("cancelled");
  });

  test("an admin who was demoted on the way imports nothing more", async () => {
    const fileId = await upload(city);
    await database.execute(sql`UPDATE person SET role = 'manager' WHERE id = ${ada.id}`);
    const { run: done } = await run(fileId);
    expect(done).toMatchObject({ status: "failed", made: 0 });
  });
});

describe("whose it is", () => {
  test("another person's file and run are not there", async () => {
    const other = await addPerson("admin", null);
    const fileId = await upload(city, other);
    await expect(preview(fileId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(ada.caller.bookings.importFile({ fileId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(ada.caller.bookings.import({ fileId, clientId, mapping })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const { run: done } = await run(await upload(city));
    await expect(other.caller.bookings.importStatus({ runId: done.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(other.caller.bookings.importRefused({ runId: done.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(other.caller.bookings.importCancel({ runId: done.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test.each(["manager", "agent", "client"] as const)(
    "a %s imports nothing and looks at nothing",
    async (role) => {
      const { caller } = await addPerson(role, role === "client" ? clientId : null);
      const fileId = await upload(city);
      for (const call of [
        caller.bookings.importPreview({ fileId, clientId, mapping }),
        caller.bookings.import({ fileId, clientId, mapping }),
        caller.bookings.importFile({ fileId }),
        caller.bookings.importRuns(),
      ]) {
        await expect(call).rejects.toMatchObject({ code: "FORBIDDEN" });
      }
    },
  );

  test("a client that takes no bookings is refused before anything is read", async () => {
    const fileId = await upload(city);
    await expect(preview(fileId, { clientId: newId() })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  test("the sixth file of a person pushes out the first", async () => {
    const files: string[] = [];
    for (let count = 0; count < 6; count += 1) files.push(await upload(city));
    const left = await database.query<{ id: string }>(sql`
      SELECT id FROM import_file WHERE uploaded_by = ${ada.id} ORDER BY created_at, id`);
    expect(left.map((row) => row.id)).toEqual(files.slice(1));
  });
});
