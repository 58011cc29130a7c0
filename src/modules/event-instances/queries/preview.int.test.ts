import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refusalOf } from "@/testing/refusal-of";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import {
  previewRescheduleInput,
  rescheduleInput,
  swapSlotsInput,
} from "@/modules/event-instances/inputs/life";
import { eventSwap } from "@/modules/event-instances/module";
import { admin } from "@/testing/builders/actors";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { livedEvents } from "@/testing/lived-events";
import { previewReschedule } from "./preview-reschedule";
import { previewSwap } from "./preview-swap";

let world: HandledWorld;
let events: ReturnType<typeof livedEvents>;
let ids: readonly string[];

/** Events in every state that can be moved, and one that runs, around the changes of the clocks in New York. */
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
  events = livedEvents(world);
  const [scheduled, assigned] = await events.on("2035-03-10T10:00", "2035-03-17T10:00");
  const [preparing, ready] = await events.on("2035-03-10T14:00", "2035-11-03T10:00");
  const [running] = await events.on("2035-11-10T10:00");
  if (!assigned || !ready) throw new Error("an event is missing");
  await events.assign(assigned);
  await events.assign(preparing);
  await events.prepare(preparing);
  await events.makeReady(ready);
  await events.assign(running);
  await world.database.execute(sql`UPDATE event_instance SET status = 'in_progress' WHERE id = ${running}`);
  ids = [scheduled, assigned, preparing, ready, running];
});
afterAll(() => world.close());

const flags = { reason: "The park is taken.", notifyStaff: false, notifyClient: false };

/** Dates on and around the others, in the missing hour of March, and in the past. */
const newDate = fc.constantFrom(
  "2020-01-01T10:00",
  "2035-03-10T10:00",
  "2035-03-10T13:00",
  "2035-03-11T01:30",
  "2035-03-11T02:30",
  "2035-03-17T10:00",
  "2035-11-03T11:00",
  "2035-11-04T01:30",
  "2035-12-01T09:15",
);

async function readinessLostOf(eventId: string): Promise<number> {
  const [row] = await world.database.query<{ count: number }>(sql`
    SELECT count(*)::integer AS count FROM event_log
    WHERE type = 'EVENT_READINESS_LOST' AND payload ->> 'eventId' = ${eventId}`);
  return row?.count ?? 0;
}

test("what the preview of a move says is what the move then does", async () => {
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 4 }), newDate, fc.boolean(), async (place, wished, isPushed) => {
      const eventId = ids[place] ?? "";
      const before = await events.see(eventId);
      const preview = await previewReschedule(
        world.database,
        admin,
        previewRescheduleInput.parse({ eventId, newDate: wished }),
      );
      const lostBefore = await readinessLostOf(eventId);
      const override = isPushed ? { override: { reason: "It is all right." } } : {};
      const wish = rescheduleInput.parse({
        eventId,
        version: preview.version,
        newDate: wished,
        ...flags,
        ...override,
      });
      const end = await refusalOf(events.run({ type: "reschedule", ...wish }));
      await world.settled();
      const after = await events.see(eventId);
      if (preview.refusal) {
        expect(end).toBe(preview.refusal.rule);
        expect(after).toEqual(before);
        return;
      }
      if (preview.managerClashes.length + preview.venueClashes.length > 0 && !isPushed) {
        expect(end).toBe("reschedule_clashes");
        expect(after).toEqual(before);
        return;
      }
      moved += 1;
      expect(end).toBeNull();
      expect(after).toMatchObject({ ...preview.window, version: expect.any(Number) });
      const due = new Map(preview.tasks.map(({ taskId, to }) => [taskId, to]));
      for (const task of before.tasks) {
        const now = after.tasks.find(({ id }) => id === task.id);
        expect(now?.dueAt).toBe(due.get(task.id) ?? task.dueAt);
      }
      expect((await readinessLostOf(eventId)) > lostBefore).toBe(preview.losesReadiness);
    }),
    { numRuns: 24, seed: 20261128 },
  );
  expect(moved).toBeGreaterThan(6);
});

test("two events trade their starts in one act, each with a fact in its own booking, as the preview said", async () => {
  const [first] = await events.on("2036-02-02T10:00");
  const [second] = await events.on("2036-02-03T15:00");
  await events.makeReady(first);
  await events.assign(second);
  const preview = await previewSwap(world.database, { eventId: first, otherEventId: second });
  expect(preview).toMatchObject({
    refusal: null,
    first: { losesReadiness: true },
    second: { losesReadiness: false },
  });
  const wish = swapSlotsInput.parse({
    eventId: first,
    otherEventId: second,
    version: preview.first.version,
    otherVersion: preview.second.version,
    ...flags,
  });
  const { result, eventIds } = await runCommand(
    world.database,
    eventSwap,
    { type: "swapSlots", ...wish },
    { actor: admin },
  );
  await world.settled();
  const [one, other] = [await events.see(first), await events.see(second)];
  expect(result).toMatchObject({ eventId: first, other: { eventId: second } });
  expect([one, other]).toMatchObject([preview.first.window, preview.second.window]);
  expect([one.localStart, other.localStart]).toEqual(["2036-02-03T15:00", "2036-02-02T10:00"]);
  expect(one.status).toBe("preparing");
  const facts = await world.database.query(sql`
    SELECT type, correlation_id, source, payload ->> 'eventId' AS event_id FROM event_log
    WHERE id = ANY (${[...eventIds]}::uuid[]) ORDER BY position`);
  const move = { type: "EVENT_RESCHEDULED", source: "event-instances.swap-slots" };
  expect(facts).toEqual([
    { ...move, correlation_id: one.booking.id, event_id: first },
    { ...move, correlation_id: other.booking.id, event_id: second },
  ]);
});

test("two swaps of the same pair at once: one wins, the other looks at what is not so any more", async () => {
  const [first] = await events.on("2036-03-02T10:00");
  const [second] = await events.on("2036-03-03T15:00");
  const wish = (eventId: string, otherEventId: string) =>
    swapSlotsInput.parse({ eventId, otherEventId, version: 1, otherVersion: 1, ...flags });
  const swap = (command: ReturnType<typeof wish>) =>
    refusalOf(runCommand(world.database, eventSwap, { type: "swapSlots", ...command }, { actor: admin }));
  const ends = await Promise.all([swap(wish(first, second)), swap(wish(second, first))]);
  expect(ends).toContain(null);
  expect(ends).toContain("CONFLICT");
});
