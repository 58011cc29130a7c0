import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { type FieldsOf, preparationTemplateFields } from "@/modules/directory/inputs";
import { directory } from "@/modules/directory/module";
import { listPreparationTemplates } from "@/modules/directory/queries/preparation-templates";
import type { DirectoryCommand } from "@/modules/directory/record";
import { admin } from "@/testing/builders/actors";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { livedEvents } from "@/testing/lived-events";
import { refusalOf } from "@/testing/refusal-of";

let world: HandledWorld;
let events: ReturnType<typeof livedEvents>;
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
  events = livedEvents(world);
});
afterAll(() => world.close());

const recordType = "preparationTemplate";
const FALLBACK = "01993e80-0000-7000-8000-000000000001";

async function run(command: DirectoryCommand) {
  const { result, eventIds } = await runCommand(world.database, directory, command, { actor: admin });
  if (!result) throw new Error("no record came back");
  return { ...result, eventIds };
}

const fieldsOf = (change: object = {}): FieldsOf<"preparationTemplate"> =>
  preparationTemplateFields.parse({
    name: "Samplings",
    activityType: "sampling",
    lines: [
      { description: "Order samples.", kind: "logistics", minutesBefore: 5 * 1440 },
      { description: "Confirm the venue.", kind: "venue", minutesBefore: 1440 },
    ],
    ...change,
  });

const listed = async (includeArchived = false) =>
  (await listPreparationTemplates(world.database, { includeArchived, limit: 200 })).items;
const named = async (id: string) => (await listed(true)).find((item) => item.id === id);

async function tasksOf(localStart: string): Promise<readonly string[]> {
  const [eventId] = await events.on(localStart);
  await events.assign(eventId);
  await events.prepare(eventId);
  return (await events.see(eventId)).tasks.map(({ description }) => description);
}

test("a template for a kind of activity is what its events begin with, until it is archived", async () => {
  const made = await run({ type: "create", recordType, fields: fieldsOf() });
  expect(await named(made.recordId)).toMatchObject({ ...fieldsOf(), version: 1, isArchived: false });
  expect((await listed()).map(({ activityType }) => activityType)).toEqual([null, "sampling"]);
  // The plan asks for "Sampling": the kind is the same in whatever case.
  expect(await tasksOf("2035-01-06T10:00")).toEqual(["Order samples.", "Confirm the venue."]);

  const [first] = fieldsOf().lines;
  const shorter = fieldsOf({ lines: [{ ...first, description: "Order more samples." }] });
  const changed = await run({
    type: "update",
    recordType,
    recordId: made.recordId,
    version: 1,
    fields: shorter,
  });
  expect(await named(made.recordId)).toMatchObject({ ...shorter, version: 2 });
  expect(await tasksOf("2035-01-13T10:00")).toEqual(["Order more samples."]);
  const [fact] = await world.database.query(sql`
    SELECT type, payload ->> 'recordType' AS record, payload ->> 'changedFields' AS fields FROM event_log
    WHERE id = ${changed.eventIds[0]}`);
  expect(fact).toEqual({ type: "DIRECTORY_RECORD_UPDATED", record: recordType, fields: '["lines"]' });

  await run({ type: "archive", recordType, recordId: made.recordId, version: 2 });
  expect(await tasksOf("2035-01-20T10:00")).toContain("Book transport to the venue and back.");
  expect((await listed()).map(({ id }) => id)).toEqual([FALLBACK]);
  // Its kind of activity is free again, and taken when the old one would come back.
  await run({
    type: "create",
    recordType,
    fields: fieldsOf({ name: "Samplings anew", activityType: "SAMPLING" }),
  });
  const back = run({ type: "restore", recordType, recordId: made.recordId, version: 3 });
  expect(await refusalOf(back)).toBe("CONFLICT");
});

test("the template that serves all others is edited and never archived; any other is for a kind of activity", async () => {
  const fallback = { recordType, recordId: FALLBACK, version: 1 } as const;
  expect(await refusalOf(run({ type: "archive", ...fallback }))).toBe("fallback_template");
  await expect(
    world.database.execute(sql`UPDATE preparation_template SET archived_at = now() WHERE id = ${FALLBACK}`),
  ).rejects.toThrow("preparation_template_fallback_stays");
  const taken = fieldsOf({ activityType: "Parade" });
  expect(await refusalOf(run({ type: "update", ...fallback, fields: taken }))).toBe("INVALID");
  expect(await refusalOf(run({ type: "create", recordType, fields: fieldsOf({ activityType: "" }) }))).toBe(
    "INVALID",
  );
  const { version } = await run({
    type: "update",
    ...fallback,
    fields: fieldsOf({ activityType: null, name: "All" }),
  });
  expect(await named(FALLBACK)).toMatchObject({ name: "All", activityType: null, version });
});

test("an edit on stale data changes nothing, not even the tasks", async () => {
  const made = await run({ type: "create", recordType, fields: fieldsOf({ activityType: "Tasting" }) });
  const of = { type: "update", recordType, recordId: made.recordId, version: 1 } as const;
  await run({ ...of, fields: fieldsOf({ activityType: "Tasting", name: "Tastings" }) });
  const stale = run({
    ...of,
    fields: fieldsOf({ activityType: "Tasting", lines: fieldsOf().lines.slice(1) }),
  });
  expect(await refusalOf(stale)).toBe("CONFLICT");
  expect((await named(made.recordId))?.lines).toHaveLength(2);
});

test.each([
  ["no task", { lines: [] }],
  ["a task without words", { lines: [{ description: " ", kind: "other", minutesBefore: 0 }] }],
  ["a task after the start", { lines: [{ description: "Clean.", kind: "other", minutesBefore: -1 }] }],
  ["half a minute", { lines: [{ description: "Clean.", kind: "other", minutesBefore: 0.5 }] }],
  ["an unknown kind", { lines: [{ description: "Clean.", kind: "cleaning", minutesBefore: 0 }] }],
])("%s is refused", (_, change) => {
  expect(preparationTemplateFields.safeParse({ ...fieldsOf(), ...change }).success).toBe(false);
});
