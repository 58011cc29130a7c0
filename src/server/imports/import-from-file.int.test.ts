import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { type FileImport, importFromFile } from "./import-from-file";

let own: TestDatabase;
let database: Database;

const wish: FileImport = {
  fileName: "city-events.csv",
  bytes: readFileSync(new URL("./fixtures/city-events.csv", import.meta.url)),
  clientName: "City of Example",
  createClient: true,
  isDryRun: false,
  timeZone: "America/New_York",
  dateOrder: "auto",
  columns: {},
  adminEmail: undefined,
  onProgress: () => undefined,
};

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 5, applicationName: "import file test" });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

const refusal = (change: Partial<FileImport>) =>
  importFromFile(database, { ...wish, ...change }).catch((error: Error) => error.message);

const counts = async () => {
  const [row] = await database.query<{ bookings: number; clients: number; venues: number }>(sql`
    SELECT (SELECT count(*)::int FROM booking) AS bookings, (SELECT count(*)::int FROM client) AS clients,
      (SELECT count(*)::int FROM location) AS venues`);
  return row;
};

test("without an admin it says how to add one", async () => {
  expect(await refusal({})).toContain("npm run admin:create");
});

test("a dry run, a run and a second run", async () => {
  await database.execute(sql`
    INSERT INTO person (id, name, email, role)
    VALUES (${newId()}, 'Ada Byron', 'ada@agency.example', 'admin'), (${newId()}, 'Bo', 'bo@agency.example', 'manager')`);

  const dry = await importFromFile(database, { ...wish, isDryRun: true });
  expect(dry).toMatchObject({ kind: "dry-run", admin: "Ada Byron", counts: null, isZoneGuessed: false });
  expect(await counts()).toEqual({ bookings: 0, clients: 0, venues: 0 });

  const seen: number[] = [];
  const run = await importFromFile(database, { ...wish, onProgress: ({ made }) => seen.push(made) });
  expect(run).toMatchObject({ kind: "run", counts: { total: 5, made: 5, refused: 0 } });
  expect(seen.at(-1)).toBe(5);
  expect(await counts()).toEqual({ bookings: 5, clients: 1, venues: 5 });

  const again = await importFromFile(database, { ...wish, timeZone: undefined, createClient: false });
  expect(again).toMatchObject({ isZoneGuessed: true, counts: { made: 0, skipped: 5, venuesMade: 0 } });
  expect(await counts()).toEqual({ bookings: 5, clients: 1, venues: 5 });
});

test.each<[string, Partial<FileImport>, string]>([
  ["an unknown client", { clientName: "Nobody", createClient: false }, "--create-client"],
  ["an unknown zone", { timeZone: "Mars/Olympus" }, 'no time zone "Mars/Olympus"'],
  ["an unknown column", { columns: { title: "Heading" } }, 'no column "Heading"'],
  ["somebody who is no admin", { adminEmail: "bo@agency.example" }, "--as"],
  [
    "venues that say nothing of a zone",
    { timeZone: undefined, bytes: Buffer.from("id,title,start,end,venue\n1,a,b,c,Nowhere\n") },
    "--time-zone",
  ],
  ["a file without the needed columns", { bytes: Buffer.from("id,when\n1,2\n") }, "title, start, end, venue"],
])("%s is answered with what to say instead", async (_, change, words) => {
  const before = await counts();
  expect(await refusal(change)).toContain(words);
  expect(await counts()).toEqual(before);
});

test("a file that cannot be read is told by its problem", async () => {
  const report = await importFromFile(database, { ...wish, bytes: Buffer.from("\n") });
  expect(report).toMatchObject({ kind: "unreadable", problems: [{ code: "file-empty" }] });
});
