import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "@/db/sql";
import { activitiesOfEvent } from "@/modules/activities/queries/activities-of-event";
import { clientPerson, manager } from "@/testing/builders/actors";
import { readOverview } from "./reporting/queries";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { livedEvents } from "@/testing/lived-events";
import { elapsedHours } from "@/values/time-window";

let world: HandledWorld;
let events: ReturnType<typeof livedEvents>;
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
  events = livedEvents(world);
});
afterAll(() => world.close());

/** Nights at the park in New York, planned and as they went; hours are elapsed (rule 3), not clocks subtracted. */
const nights = [
  {
    name: "over midnight",
    localStart: "2025-06-14T22:00",
    minutes: 240,
    planned: ["2025-06-15T02:00:00.000Z", "2025-06-15T06:00:00.000Z", 4],
    actual: ["2025-06-14T22:05:00-04:00", "2025-06-15T02:20:00-04:00", 4.25],
  },
  {
    name: "over the hour that comes twice",
    localStart: "2025-11-01T22:00",
    minutes: 540,
    planned: ["2025-11-02T02:00:00.000Z", "2025-11-02T11:00:00.000Z", 9],
    actual: ["2025-11-01T22:00:00-04:00", "2025-11-02T06:30:00-05:00", 9.5],
  },
  {
    name: "over the hour that is skipped",
    localStart: "2025-03-08T22:00",
    minutes: 420,
    planned: ["2025-03-09T03:00:00.000Z", "2025-03-09T10:00:00.000Z", 7],
    actual: ["2025-03-08T21:45:00-05:00", "2025-03-09T06:00:00-04:00", 7.25],
  },
] as const;

const STORY = [
  "EVENT_INSTANCES_GENERATED",
  "EVENT_ASSIGNED_TO_MANAGER",
  "EVENT_PREPARATION_STARTED",
  "EVENT_READY",
  "EVENT_STARTED",
  "ACTIVITY_STARTED",
  "ACTIVITY_COMPLETED",
  "EVENT_COMPLETED",
];

test.each(nights)("a whole life $name keeps its true length, planned and actual", async (night) => {
  const eventId = await events.recorded(night.localStart, night.minutes);
  await events.makeReady(eventId);
  expect((await events.see(eventId)).status).toBe("ready");
  await events.start(eventId);
  await events.runActivities(eventId);
  const [actualStartTime, actualEndTime] = night.actual;
  await events.complete(eventId, { actualStartTime, actualEndTime });

  const event = await events.see(eventId);
  expect(event).toMatchObject({ status: "completed", localStart: night.localStart, followUps: [] });
  expect([event.startsAt, event.endsAt, elapsedHours(event)]).toEqual(night.planned);
  const went = { startsAt: event.actualStart ?? "", endsAt: event.actualEnd ?? "" };
  expect(elapsedHours(went)).toBe(night.actual[2]);
  const { items } = await activitiesOfEvent(world.database, manager, eventId);
  expect(items).toMatchObject([{ status: "completed", outcomes: { metrics: { samples: 40 } } }]);
  expect(await story(event.booking.id)).toEqual(STORY);
});

/** What happened to a booking's event, in order, without what each step is made of. */
async function story(bookingId: string): Promise<readonly string[]> {
  const rows = await world.database.query<{ type: string }>(sql`
    SELECT type FROM event_log WHERE correlation_id = ${bookingId} AND type = ANY (${STORY}::text[])
    ORDER BY position`);
  return rows.map(({ type }) => type);
}

test("the report keeps how long each night took, and a replay of it adds nothing", async () => {
  const rows = await world.database.query<{ minutes: number; met: boolean }>(sql`
    SELECT minutes, met_expectations AS met FROM report_event_fact WHERE type = 'EVENT_COMPLETED'
    ORDER BY minutes`);
  expect(rows).toEqual([
    { minutes: 255, met: true },
    { minutes: 435, met: true },
    { minutes: 570, met: true },
  ]);
});

test("late figures replace the result for everybody and count as one event", async () => {
  const before = (await readOverview(world.database)).eventOutcomes;
  const eventId = await events.recorded("2025-07-02T10:00", 60);
  await events.makeReady(eventId);
  await events.start(eventId);
  const times = {
    actualStartTime: "2025-07-02T10:00:00-04:00",
    actualEndTime: "2025-07-02T11:00:00-04:00",
  };
  await events.complete(eventId, { ...times, outcomes: { metExpectations: true, metrics: {}, notes: "" } });
  expect((await events.see(eventId)).followUps).toEqual(["No figures were recorded."]);
  await events.revise(eventId, { metExpectations: false, metrics: { samples: 7 }, notes: "Counted twice." });

  const event = await events.see(eventId);
  expect(event).toMatchObject({ status: "completed", followUps: [], outcome: { metrics: { samples: 7 } } });
  expect((await events.see(eventId, clientPerson)).outcome).toMatchObject({
    metrics: { samples: 7 },
    notes: "",
  });
  const after = (await readOverview(world.database)).eventOutcomes;
  expect(after).toEqual({ ...before, completed: before.completed + 1 });
  const told = await world.database.query<{ title: string; current: boolean }>(sql`
    SELECT title, superseded_at IS NULL AS current FROM notification
    WHERE kind = 'event-result' AND recipient_id = ${clientPerson.id} AND subject_id = ${eventId}
    ORDER BY created_at`);
  const code = `BK-${event.booking.number}`;
  expect(told).toEqual([
    { title: `An event of ${code} took place`, current: false },
    { title: `The result of an event of ${code} was changed`, current: true },
  ]);
});

test("the client reads date, state and figures of what took place, and nothing internal", async () => {
  const eventId = await events.recorded("2025-07-01T10:00", 60);
  await events.makeReady(eventId);
  await events.start(eventId);
  await events.complete(eventId, {
    actualStartTime: "2025-07-01T10:00:00-04:00",
    actualEndTime: "2025-07-01T11:00:00-04:00",
    outcomes: { metExpectations: false, metrics: { samples: 12 }, notes: "The team lead was late." },
  });
  const event = await events.see(eventId, clientPerson);
  expect(event).toMatchObject({
    status: "completed",
    outcome: { metrics: { samples: 12 }, notes: "" },
    tasks: [],
    readiness: [],
    issues: [],
    followUps: [],
  });
  expect(JSON.stringify(event)).not.toContain("late");
});
