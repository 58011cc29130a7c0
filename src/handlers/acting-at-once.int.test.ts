import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "@/commands/actor";
import { sql } from "@/db/sql";
import { completeInput, rescheduleInput, startInput, taskInput } from "@/modules/event-instances/inputs/life";
import { admin, manager, testId } from "@/testing/builders/actors";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { livedEvents } from "@/testing/lived-events";
import { refusalOf } from "@/testing/refusal-of";

const second = { ...manager, id: testId(2, 77) };

let world: HandledWorld;
let events: ReturnType<typeof livedEvents>;
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
  events = livedEvents(world);
  await world.database.execute(sql`
    INSERT INTO person (id, name, email, role) VALUES (${second.id}, 'Max Manager', 'max@people.example', 'manager')`);
});
afterAll(() => world.close());

const facts = async (eventId: string, type: string) =>
  (
    await world.database.query(sql`
      SELECT FROM event_log WHERE type = ${type} AND payload ->> 'eventId' = ${eventId}`)
  ).length;

const start = async (eventId: string) => {
  const wish = startInput.parse(await events.seen(eventId));
  return (by: PersonActor) => refusalOf(events.run({ type: "start", ...wish }, by));
};

test("two who start one event at once: it starts once, and the other reads why", async () => {
  const eventId = await events.recorded("2025-06-02T10:00", 60);
  await events.makeReady(eventId);
  const press = await start(eventId);
  const ends = await Promise.all([press(manager), press(admin)]);
  expect(ends.filter((end) => end === null)).toHaveLength(1);
  expect(["CONFLICT", "wrong_state"]).toContain(ends.find((end) => end !== null));
  expect(await facts(eventId, "EVENT_STARTED")).toBe(1);
});

test("two who complete one event at once: one outcome stands, whole", async () => {
  const eventId = await events.recorded("2025-06-03T10:00", 60);
  await events.makeReady(eventId);
  await events.start(eventId);
  const seen = await events.seen(eventId);
  const complete = (samples: number, by: PersonActor) => {
    const outcomes = { metExpectations: true, metrics: { samples }, notes: "" };
    const times = { actualStartTime: "2025-06-03T14:00:00Z", actualEndTime: "2025-06-03T15:00:00Z" };
    return refusalOf(
      events.run({ type: "complete", ...completeInput.parse({ ...seen, outcomes, ...times }) }, by),
    );
  };
  const ends = await Promise.all([complete(1, manager), complete(2, admin)]);
  const winner = ends.indexOf(null) + 1;
  expect(ends.filter((end) => end === null)).toHaveLength(1);
  expect(await facts(eventId, "EVENT_COMPLETED")).toBe(1);
  expect((await events.see(eventId)).outcome?.metrics).toEqual({ samples: winner });
});

test("whoever lost the event meanwhile does not know of it any more, and nothing of their act is left", async () => {
  const [eventId] = await events.on("2035-09-01T10:00");
  await events.assign(eventId);
  await events.prepare(eventId);
  const task = (await events.see(eventId)).tasks.find(({ kind }) => kind === "logistics");
  await events.assign(eventId, second.id);
  const wish = taskInput.parse({ eventId, taskId: task?.id });
  expect(await refusalOf(events.run({ type: "completeTask", ...wish }, manager))).toBe("NOT_FOUND");
  expect(await facts(eventId, "EVENT_PREPARATION_TASK_COMPLETED")).toBe(0);
  expect(await refusalOf(events.run({ type: "completeTask", ...wish }, second))).toBeNull();
});

test("an event is not completed before it starts, nor moved once it runs", async () => {
  const eventId = await events.recorded("2025-06-04T10:00", 60);
  await events.makeReady(eventId);
  const outcomes = { metExpectations: true, metrics: {}, notes: "" };
  const early = completeInput.parse({ ...(await events.seen(eventId)), outcomes });
  expect(await refusalOf(events.run({ type: "complete", ...early }, manager))).toBe("wrong_state");
  await events.start(eventId);
  const flags = { reason: "Rain.", notifyStaff: false, notifyClient: false };
  const move = rescheduleInput.parse({
    ...(await events.seen(eventId)),
    newDate: "2035-01-06T10:00",
    ...flags,
  });
  expect(await refusalOf(events.run({ type: "reschedule", ...move }))).toBe("wrong_state");
  expect(await facts(eventId, "EVENT_RESCHEDULED")).toBe(0);
});
