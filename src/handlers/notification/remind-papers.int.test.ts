import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { admin, testId } from "@/testing/builders/actors";
import { insertStaff } from "@/testing/builders/staff-rows";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { remindPapers } from "./remind-papers";

let own: TestDatabase;
let database: Database;
const [ada, bo, gone] = [testId(2, 21), testId(2, 22), testId(2, 23)];
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const paper = (kind: string, days: number) => ({ kind, validFrom: null, validUntil: inDays(days) });

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 2, applicationName: "paper reminders test" });
  await database.execute(sql`
    INSERT INTO person (id, name, email, role) VALUES (${admin.id}, 'Ana', 'ana@people.example', 'admin')`);
  await insertStaff(database, [
    { id: ada, name: "Ada", papers: [paper("Driving license", 10), paper("Work permit", 40)] },
    { id: bo, name: "Bo", papers: [paper("First aid certificate", -2)] },
    { id: gone, name: "Gone", active: false, papers: [paper("Driving license", 10)] },
  ]);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

const told = () =>
  database.query(sql`SELECT recipient_id AS "to", title, link FROM notification ORDER BY title`);
const mails = () => database.query(sql`SELECT id FROM outgoing_mail`);

test("whoever has a paper that ends soon is told, and the desk of all of them", async () => {
  expect(await remindPapers(database, { mail: true })).toBe(1);
  expect(await told()).toEqual([
    { to: admin.id, title: "1 paper ends within four weeks", link: "/admin/people?papers=true" },
    { to: ada, title: `Your driving license ends on ${inDays(10)}`, link: "/agent/availability" },
  ]);
  expect(await mails()).toHaveLength(2);
});

test("nobody is told twice; another end is news", async () => {
  await remindPapers(database, { mail: true });
  expect(await told()).toHaveLength(2);
  await database.execute(sql`UPDATE staff_paper SET valid_until = ${inDays(12)} WHERE user_id = ${ada}`);
  await remindPapers(database, { mail: false });
  expect((await told()).map(({ title }) => title)).toContain(`Your driving license ends on ${inDays(12)}`);
  expect(await mails()).toHaveLength(2);
});
