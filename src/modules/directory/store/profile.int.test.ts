import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { setAvailabilityInput, setProfileInput } from "@/modules/directory/inputs/profile";
import { staffProfiles } from "@/modules/directory/module";
import type { ProfileCommand } from "@/modules/directory/profile/profile";
import { listStaff, ownStaffRecord, staffRecord } from "@/modules/directory/queries/people-as-staff";
import { admin, agent, clientId, manager, testId } from "@/testing/builders/actors";
import { insertDirectory } from "@/testing/builders/directory-rows";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fullAvailability, fullProfile } from "@/testing/matrix/staffing-people-probes";

let own: TestDatabase;
let database: Database;
const other = testId(2, 31);

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 2, applicationName: "staff profiles test" });
  await insertDirectory(database);
  await database.execute(sql`
    INSERT INTO person (id, name, email, role) VALUES
      (${admin.id}, 'Ana', 'ana@people.example', 'admin'), (${manager.id}, 'Moe', 'moe@people.example', 'manager'),
      (${agent.id}, 'Ada', 'ada@people.example', 'agent'), (${other}, 'Bo', 'bo@people.example', 'agent')`);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

const run = (command: ProfileCommand, actor: Actor = admin) =>
  runCommand(database, staffProfiles, command, { actor });
const setProfile = (
  version: number,
  changes: object = {},
): Extract<ProfileCommand, { type: "setProfile" }> => ({
  type: "setProfile",
  ...setProfileInput.parse({ recordId: agent.id, version, profile: { ...fullProfile, ...changes } }),
});
const setAvailability = (recordId: string, version: number, changes: object = {}): ProfileCommand => {
  const {
    version: seen,
    weekly,
    exceptions,
  } = setAvailabilityInput.parse({
    version,
    ...fullAvailability,
    ...changes,
  });
  return { type: "setAvailability", recordId, version: seen, availability: { weekly, exceptions } };
};
const changedFields = async (eventIds: readonly string[]) => {
  const rows = await database.query<{ fields: string[] }>(sql`
    SELECT payload -> 'changedFields' AS fields FROM event_log WHERE id = ANY (${[...eventIds]}::uuid[])`);
  return rows.flatMap(({ fields }) => fields);
};

test("a profile is kept as it was said, and the log names the fields, never their values", async () => {
  const { eventIds, result } = await run(setProfile(0));
  expect(result).toEqual({ recordId: agent.id, version: 1 });
  expect(await staffRecord(database, agent.id)).toMatchObject({
    version: 1,
    name: "Ada",
    profile: fullProfile,
  });
  expect(await changedFields(eventIds)).toEqual(["phone", "languages", "home", "pay", "skills", "papers"]);
});

test("only what changed is named, and what is left out is gone", async () => {
  const changes = { papers: [], skills: [{ role: "Driver" }] };
  const { eventIds } = await run(setProfile(1, changes));
  expect(await changedFields(eventIds)).toEqual(["skills", "papers"]);
  expect((await staffRecord(database, agent.id)).profile).toEqual({
    ...fullProfile,
    papers: [],
    skills: [{ role: "Driver", validFrom: null, validUntil: null }],
  });
  expect((await run(setProfile(2, changes))).eventIds).toEqual([]);
});

test("a profile that was changed meanwhile is a conflict, and nothing of it is written", async () => {
  await expect(run(setProfile(1))).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await staffRecord(database, agent.id)).version).toBe(2);
});

test("people say themselves when they are free; nobody says it for others but the desk", async () => {
  const { eventIds } = await run(setAvailability(agent.id, 2), agent);
  expect(await changedFields(eventIds)).toEqual(["availability.weekly", "availability.exceptions"]);
  expect(await ownStaffRecord(database, agent)).toMatchObject({ version: 3, ...fullAvailability });
  await expect(run(setAvailability(other, 0), agent)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(run(setProfile(3), agent)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(ownStaffRecord(database, agent, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await run(setAvailability(other, 0, { weekly: null, exceptions: [] }));
  expect((await staffRecord(database, other)).availability).toEqual({ weekly: null, exceptions: [] });
});

test("never free is another answer than not said", async () => {
  await run(setAvailability(agent.id, 3, { weekly: [], exceptions: [] }), agent);
  expect(await ownStaffRecord(database, agent)).toMatchObject({ weekly: [], exceptions: [] });
});

test("a client's preference is set, changed and taken back", async () => {
  const prefer = (preference: "preferred" | "blocked" | null) =>
    run({ type: "setPreference", recordId: agent.id, clientId, preference, reason: "" });
  await prefer("preferred");
  await prefer("blocked");
  expect((await staffRecord(database, agent.id)).preferences).toEqual([
    { clientId, clientName: "Tea House", preference: "blocked", reason: "" },
  ]);
  expect(await changedFields((await prefer(null)).eventIds)).toEqual(["clientPreference"]);
  expect((await staffRecord(database, agent.id)).preferences).toEqual([]);
  await expect(
    run({
      type: "setPreference",
      recordId: agent.id,
      clientId: testId(1, 9),
      preference: "blocked",
      reason: "",
    }),
  ).rejects.toMatchObject({ code: "INVALID" });
});

test("only brand agents are staff", async () => {
  await expect(run({ ...setProfile(0), recordId: manager.id })).rejects.toThrow("Only brand agents");
});

test("the list names who does a role and whose papers end", async () => {
  const ask = async (more: object) =>
    (
      await listStaff(database, { papersEnding: false, includeArchived: false, limit: 10, ...more })
    ).items.map(({ name }) => name);
  expect(await ask({})).toEqual(["Ada", "Bo"]);
  expect(await ask({ limit: 1 })).toEqual(["Ada"]);
  expect(await ask({ cursor: agent.id })).toEqual(["Bo"]);
  expect(await ask({ role: "driver" })).toEqual(["Ada"]);
  expect(await ask({ q: "b" })).toEqual(["Bo"]);
  expect(await ask({ papersEnding: true })).toEqual([]);
  const ending = [{ kind: "Driving license", validUntil: "2026-01-01" }];
  await run({
    ...setProfile(4, { papers: ending }),
    version: (await staffRecord(database, agent.id)).version,
  });
  expect(await ask({ papersEnding: true })).toEqual(["Ada"]);
});
