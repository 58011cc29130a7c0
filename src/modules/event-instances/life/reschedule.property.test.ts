import fc from "fast-check";
import { expect, test } from "vitest";
import { admin, system, testId } from "@/testing/builders/actors";
import {
  clashingEvent,
  confirmedVenue,
  eventLife,
  lifeOutside,
  preparationTask,
} from "@/testing/builders/event-life";
import { contextOf, verdictOf, when } from "@/testing/given-when-then";
import { durationMs } from "@/values/time-window";
import { addMinutes, resolveLocalTime, toIsoInstant } from "@/values/venue-time";
import { eventInstanceStatuses } from "@/modules/event-instances/inputs";
import { previewRescheduleInput } from "@/modules/event-instances/inputs/life";
import { decideLife } from "./decide";
import type { EventLife } from "./event-life";
import { evolveLife } from "./evolve";
import type { LifeOutside } from "./outside";
import { planReschedule } from "./plan-reschedule";
import { eventLifePolicy } from "./policy";

const rules = { policy: eventLifePolicy, decide: decideLife, evolve: evolveLife, recordName: "event" };

/** Wall clocks around both changes of the year in New York and Berlin, the missing hours among them. */
const localStart = fc
  .tuple(
    fc.constantFrom("2026-12-05", "2027-03-13", "2027-03-14", "2027-03-28", "2027-10-31", "2027-11-07"),
    fc.integer({ min: 0, max: 95 }),
  )
  .map(([day, quarter]) => {
    const [hour, minute] = [Math.floor(quarter / 4), (quarter % 4) * 15];
    return `${day}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  });

const task = (index: number) =>
  fc
    .record({
      kind: fc.constantFrom("logistics" as const, "other" as const, "venue" as const),
      isDone: fc.boolean(),
      minutesBefore: fc.option(fc.constantFrom(0, 60, 1440, 20_160), { nil: null }),
      dueAt: fc.constantFrom("2026-12-01T10:00:00.000Z", "2027-03-14T06:30:00.000Z"),
    })
    .map(({ isDone, ...given }) =>
      preparationTask(index, {
        ...given,
        ...(isDone && { status: "done", doneBy: "system", doneAt: given.dueAt }),
      }),
    );

/** Any event; one that counts as ready is, since nothing else can be. */
const anyEvent: fc.Arbitrary<EventLife> = fc
  .record({
    status: fc.constantFrom(...eventInstanceStatuses, "ready", "ready"),
    timeZone: fc.constantFrom("America/New_York", "Europe/Berlin"),
    localStart,
    minutes: fc.integer({ min: 15, max: 3000 }),
    tasks: fc.tuple(task(1), task(2), task(3)),
    venue: fc.constantFrom(null, confirmedVenue, { ...confirmedVenue, confirmed: false }),
  })
  .map(({ minutes, ...given }) => {
    const { instant, note } = resolveLocalTime(given.localStart, given.timeZone);
    const event = eventLife({
      ...given,
      startsAt: instant,
      endsAt: addMinutes(instant, minutes),
      clockNote: note,
    });
    if (event.status !== "ready") return event;
    const done = event.tasks.map(
      (one) => ({ ...one, status: "done", doneBy: "x", doneAt: one.dueAt }) as const,
    );
    return { ...event, tasks: done, venue: confirmedVenue };
  });

const anyOutside: fc.Arbitrary<LifeOutside> = fc
  .record({
    managerClashes: fc.constantFrom([], [clashingEvent]),
    venueClashes: fc.constantFrom([], [clashingEvent, { ...clashingEvent, id: testId(7, 3), number: 103 }]),
    sibling: fc.option(fc.constant(clashingEvent), { nil: null, freq: 5 }),
  })
  .map(lifeOutside);

const wish = { eventId: testId(7, 1), reason: "The park is taken.", notifyStaff: true, notifyClient: true };

function move(
  event: EventLife,
  outside: LifeOutside,
  given: { newDate: string; now: string; isPushed: boolean },
) {
  const { eventId, newDate } = previewRescheduleInput.parse({
    eventId: wish.eventId,
    newDate: given.newDate,
  });
  const override = given.isPushed ? { override: { reason: "It is all right." } } : {};
  return when(
    rules,
    { state: event, outside, context: contextOf(admin, given.now) },
    { ...wish, type: "reschedule", eventId, newDate, version: event.version, ...override },
  );
}

test("the preview of a move says what the move then does, and refuses what it refuses", () => {
  const counts = { refused: 0, clashing: 0, moved: 0, lost: 0 };
  const given = fc.record({
    newDate: localStart,
    now: fc.constantFrom("2026-11-20T12:00:00.000Z", "2027-03-14T06:45:00.000Z", "2027-11-07T05:40:00.000Z"),
    isPushed: fc.boolean(),
  });
  fc.assert(
    fc.property(anyEvent, anyOutside, given, (event, outside, wished) => {
      const plan = planReschedule(event, outside, wished.newDate, wished.now);
      const outcome = move(event, outside, wished);
      if (plan.refusal) {
        counts.refused += 1;
        expect(verdictOf(outcome)).toBe(plan.refusal.details.rule);
        return;
      }
      const { managerClashes, venueClashes } = plan;
      if (managerClashes.length + venueClashes.length > 0 && !wished.isPushed) {
        counts.clashing += 1;
        expect(outcome.refusal?.details).toMatchObject({
          rule: "reschedule_clashes",
          data: { managerClashes, venueClashes },
        });
        return;
      }
      counts.moved += 1;
      expect(outcome.refusal).toBeNull();
      const { state } = outcome;
      expect(state).toMatchObject({ ...plan.window, status: event.status, version: event.version + 1 });
      expect(durationMs(state)).toBe(durationMs(event));
      expect(toIsoInstant(newDateOf(outcome.facts))).toBe(plan.window.startsAt);
      expect(movesOf(event, state)).toEqual(plan.tasks.map(({ taskId, from, to }) => ({ taskId, from, to })));
      expect(plan.tasks.every(({ to, arrivesOverdue }) => arrivesOverdue === to <= wished.now)).toBe(true);
      expect(event.venue?.confirmed === true && state.venue?.confirmed === false).toBe(
        plan.losesVenueConfirmation,
      );
      const derived = derive(state, wished.now);
      expect(derived.includes("EVENT_READINESS_LOST")).toBe(plan.losesReadiness);
      expect(derived).not.toContain("EVENT_READY");
      if (plan.losesReadiness) counts.lost += 1;
    }),
    { numRuns: 600, seed: 20261128 },
  );
  // Each way was walked often enough to mean something.
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(15);
});

function newDateOf(facts: readonly { readonly type: string; readonly payload: object }[]): string {
  const [fact] = facts;
  if (facts.length !== 1 || fact?.type !== "EVENT_RESCHEDULED" || !("newDate" in fact.payload)) {
    throw new Error("a move is one fact");
  }
  return String(fact.payload.newDate);
}

function movesOf(before: EventLife, after: EventLife) {
  return before.tasks.flatMap(({ id, dueAt }) => {
    const to = after.tasks.find((one) => one.id === id)?.dueAt ?? dueAt;
    return to === dueAt ? [] : [{ taskId: id, from: dueAt, to }];
  });
}

/** What the workflow then derives from it. */
function derive(state: EventLife, now: string): readonly string[] {
  const { eventId } = previewRescheduleInput.parse({ eventId: wish.eventId, newDate: "2027-01-01T10:00" });
  return when(
    rules,
    { state, outside: lifeOutside(), context: contextOf(system, now) },
    { type: "deriveReadiness", eventId },
  ).facts.map(({ type }) => type);
}
