import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { admin, testId } from "@/testing/builders/actors";
import { venues } from "@/testing/builders/bookings";
import { insertDirectory } from "@/testing/builders/directory-rows";
import { type EventRowSpec, insertEventRows, insertManagers } from "@/testing/builders/event-rows";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { managerChoices } from "./manager-choices";

let own: TestDatabase;
let database: Database;
const [mia, moe, zoe, gone] = [testId(2, 11), testId(2, 12), testId(2, 13), testId(2, 14)];
const id = (index: number) => testId(7, index);
const at = (hour: string) => `2035-10-14T${hour}:00.000Z`;

/** The event in question is at the park from 10:00 to 12:00. */
const others: readonly EventRowSpec[] = [
  { id: id(2), startsAt: at("11:00"), managerId: moe, title: "Winter market", status: "ready" },
  { id: id(3), startsAt: at("12:00"), managerId: mia },
  { id: id(4), startsAt: at("12:30"), managerId: zoe, locationId: venues.square.id },
  { id: id(5), startsAt: at("10:00"), managerId: zoe, status: "cancelled" },
  { id: id(6), startsAt: at("10:00"), managerId: mia, status: "completed" },
  { id: id(7), startsAt: "2035-10-13T23:00:00.000Z", managerId: moe, locationId: venues.berlin.id },
];

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 2, applicationName: "manager choices test" });
  await insertDirectory(database);
  await database.execute(sql`
    UPDATE location SET latitude = 40.75, longitude = -73.98 WHERE id = ${venues.park.id}`);
  await database.execute(sql`
    UPDATE location SET latitude = 52.52, longitude = 13.41 WHERE id = ${venues.berlin.id}`);
  await insertManagers(database, [
    { id: zoe, name: "Zoe" },
    { id: moe, name: "moe" },
    { id: mia, name: "Mia" },
    { id: gone, name: "Gone", active: false },
  ]);
  await database.execute(sql`
    INSERT INTO person (id, name, email, role) VALUES (${admin.id}, 'Ana', 'ana@people.example', 'admin')`);
  await insertEventRows(database, [{ id: id(1), startsAt: at("10:00") }, ...others]);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

test("each active manager is named with what of theirs stands against the event, by start", async () => {
  const [{ number = 0 } = {}, { number: far = 0 } = {}] = await database.query<{ number: number }>(sql`
    SELECT number FROM event_instance WHERE id = ANY (${[id(2), id(7)]}::uuid[]) ORDER BY id`);
  expect(await managerChoices(database, id(1))).toEqual([
    { id: mia, name: "Mia", conflicts: [] },
    {
      id: moe,
      name: "moe",
      conflicts: [
        {
          eventId: id(7),
          code: `EV-${far}`,
          title: "Autumn tour",
          localStart: "2035-10-14T01:00",
          kind: "travel",
          minutesBetween: 540,
        },
        {
          eventId: id(2),
          code: `EV-${number}`,
          title: "Winter market",
          localStart: "2035-10-14T07:00",
          kind: "overlap",
          minutesBetween: 0,
        },
      ],
    },
    {
      id: zoe,
      name: "Zoe",
      conflicts: [expect.objectContaining({ eventId: id(4), kind: "travel", minutesBetween: 30 })],
    },
  ]);
});

test("an event that is not there is not found", async () => {
  await expect(managerChoices(database, testId(7, 99))).rejects.toMatchObject({ code: "NOT_FOUND" });
});
