import { describe, expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import { activitiesOf, activityIn, eventNow, partsPlanned } from "@/testing/builders/activities";
import { admin, agent, clientPerson, manager, otherAdmin, system, testId } from "@/testing/builders/actors";
import { kitTemplateId, now } from "@/testing/builders/bookings";
import { PAYLOAD_BYTES_MAX } from "@/domain-events/catalog/envelope";
import { contextOf, verdictOf, when } from "@/testing/given-when-then";
import { type Activities, type ActivitiesOutside, elapsedMinutes, evolve } from "./activity";
import type { ActivityCommand } from "./commands";
import { decide } from "./decide";
import {
  cancelActivityInput,
  completeActivityInput,
  createActivityInput,
  layOutInput,
  releaseForEventInput,
  reportActivityIssueInput,
  startActivityInput,
} from "./inputs";
import { activityAbilities, activityPolicy } from "./policy";

const rules = { policy: activityPolicy, decide, evolve, recordName: "activity" };
const outside: ActivitiesOutside = { kitTemplateIds: [kitTemplateId], photos: [], staffIds: [], kitIds: [] };
const activityId = testId(12, 1);
const photoId = testId(11, 1);

function given(state: Activities, actor: Actor = manager, more: Partial<ActivitiesOutside> = {}) {
  return { state, outside: { ...outside, ...more }, context: contextOf(actor, now) };
}

const layOut = (state: Activities, actor: Actor = system) => {
  const eventIds = state.events.map(({ id }) => id);
  const wish = layOutInput.parse({ bookingId: state.bookingId, eventIds });
  return when(rules, given(state, actor), { type: "layOut", ...wish });
};
const start: ActivityCommand = { type: "start", ...startActivityInput.parse({ activityId }) };
const cancel = (id = activityId): ActivityCommand => ({
  type: "cancel",
  ...cancelActivityInput.parse({ activityId: id, reason: "It rains." }),
});
const complete = (more: object = {}): ActivityCommand => ({
  type: "complete",
  ...completeActivityInput.parse({ activityId, metrics: { samplesGiven: 620 }, ...more }),
});
const create = (more: object = {}): ActivityCommand => ({
  type: "create",
  ...createActivityInput.parse({ eventId: testId(7, 1), activityType: "Sampling", duration: 60, ...more }),
});
const report = (more: object = {}): ActivityCommand => ({
  type: "reportIssue",
  ...reportActivityIssueInput.parse({
    activityId,
    issueType: "crowding",
    description: "The line blocks the path.",
    impactLevel: "major",
    ...more,
  }),
});
const running = activityIn({ status: "in_progress", startedAt: "2026-11-23T10:29:45.000Z", version: 2 });

describe("laying out", () => {
  const fresh = activitiesOf([], { events: [eventNow(1), eventNow(2, { status: "scheduled" })] });

  test("every event gets every activity of the plan, one entry per head and kit", () => {
    const { facts, state } = layOut(fresh);
    expect(facts.map(({ type, payload }) => [type, payload])).toMatchObject(
      [1, 2].map((index) => [
        "ACTIVITY_CREATED",
        {
          eventId: testId(7, index),
          bookingId: fresh.bookingId,
          createdBy: "system",
          activityType: "Sampling",
          duration: 120,
          requiredKitTemplateIds: [kitTemplateId],
          requiredStaffRoles: ["Brand ambassador", "Brand ambassador"],
        },
      ]),
    );
    expect(state.activities.map(({ status, planIndex }) => [status, planIndex])).toEqual([
      ["planned", 0],
      ["planned", 0],
    ]);
  });

  test("twice adds nothing, and a plan that grew adds only what is new", () => {
    const { state } = layOut(fresh);
    expect(layOut(state).facts).toEqual([]);
    const grown = layOut({ ...state, plan: [...partsPlanned, ...partsPlanned] });
    expect(grown.facts).toHaveLength(2);
    expect(new Set(grown.state.activities.map(({ id }) => id)).size).toBe(4);
  });

  test("what was called off by hand is not laid out again", () => {
    const { state } = layOut(fresh);
    const [first] = state.activities;
    const cancelled = when(rules, given(state), cancel(first?.id));
    expect(layOut(cancelled.state).facts).toEqual([]);
  });

  test.each(["completed", "cancelled"] as const)("an event that is %s gets nothing", (status) => {
    expect(layOut(activitiesOf([], { events: [eventNow(1, { status })] })).facts).toEqual([]);
  });

  test("a crowd is kept in full though the fact's list is bounded", () => {
    const crowd = partsPlanned.map((part) => ({ ...part, kits: [{ kitTemplateId, quantity: 700 }] }));
    const { facts, state } = layOut({ ...fresh, plan: crowd });
    expect(facts[0]).toMatchObject({ payload: { requiredKitTemplateIds: { length: 500 } } });
    expect(state.activities[0]?.requiredKitTemplateIds).toHaveLength(700);
  });
});

test("a cancelled event lets go of what is not completed", () => {
  const kept = activityIn({ id: testId(12, 2), status: "completed" });
  const state = activitiesOf([activityIn(), { ...running, id: testId(12, 3) }, kept]);
  const outcome = when(rules, given(state, system), {
    type: "releaseForEvent",
    ...releaseForEventInput.parse({ eventId: testId(7, 1), reason: "Storm warning." }),
  });
  expect(outcome.facts).toMatchObject([
    { type: "ACTIVITY_CANCELLED", payload: { activityId, cancelledBy: "system", reason: "Storm warning." } },
    { type: "ACTIVITY_CANCELLED", payload: { activityId: testId(12, 3) } },
  ]);
  expect(outcome.state.activities.map(({ status }) => status)).toEqual([
    "cancelled",
    "cancelled",
    "completed",
  ]);
});

describe("adding one by hand", () => {
  test("the manager adds one, with what it needs", () => {
    const wish = create({ requiredKitTemplateIds: [kitTemplateId], requiredStaffRoles: ["Host", "Host"] });
    const { facts, state } = when(rules, given(activitiesOf([])), wish);
    expect(facts).toMatchObject([
      { payload: { createdBy: manager.id, duration: 60, requiredStaffRoles: ["Host", "Host"] } },
    ]);
    expect(state.activities).toMatchObject([{ planIndex: null, status: "planned", version: 1 }]);
  });

  test.each(["completed", "cancelled"] as const)("not to an event that is %s", (status) => {
    const state = activitiesOf([], { events: [eventNow(1, { status })] });
    expect(verdictOf(when(rules, given(state), create()))).toBe("event_over");
  });

  test("not beyond what a screen shows of one event", () => {
    const full = Array.from({ length: 200 }, (_, index) => activityIn({ id: testId(12, index) }));
    expect(verdictOf(when(rules, given(activitiesOf(full)), create()))).toBe("too_many_activities");
    expect(verdictOf(when(rules, given(activitiesOf(full.slice(1))), create()))).toBe("allowed");
  });

  test("not with a kit that nobody knows", () => {
    const outcome = when(
      rules,
      given(activitiesOf([])),
      create({ requiredKitTemplateIds: [kitTemplateId, testId(5, 9)] }),
    );
    expect(outcome.refusal?.details.fields).toEqual({ "requiredKitTemplateIds.1": expect.any(String) });
  });
});

describe("running one", () => {
  test("as many figures as may be recorded, in any script, fit one fact", () => {
    const figures = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `${"数".repeat(97)}${100 + index}`,
          -2_000_000_000 + 1e-6,
        ]),
      );
    expect(() => complete({ metrics: figures(101) })).toThrow("100 figures at most");
    const most = complete({ metrics: figures(100), notes: "注".repeat(4000) });
    const { facts } = when(rules, given(activitiesOf([running])), most);
    expect(Buffer.byteLength(JSON.stringify(facts[0]?.payload))).toBeLessThan(PAYLOAD_BYTES_MAX);
  });

  test("starts once, and only while its event runs", () => {
    const { facts, state } = when(rules, given(activitiesOf([activityIn()])), start);
    expect(facts).toMatchObject([
      { type: "ACTIVITY_STARTED", payload: { startedBy: manager.id, startedAt: now, kitsInUse: [] } },
    ]);
    expect(state.activities[0]).toMatchObject({ status: "in_progress", startedAt: now, version: 2 });
    const crewed = given(activitiesOf([activityIn()]), manager, { staffIds: [agent.id], kitIds: [photoId] });
    expect(when(rules, crewed, start).facts).toMatchObject([
      { payload: { staffExecuting: [agent.id], kitsInUse: [photoId] } },
    ]);
    expect(verdictOf(when(rules, given(state), start))).toBe("activity_not_planned");
    const ahead = activitiesOf([activityIn()], { events: [eventNow(1, { status: "ready" })] });
    expect(verdictOf(when(rules, given(ahead), start))).toBe("event_not_running");
  });

  test("completes with figures, notes and its own length", () => {
    const { facts, state } = when(rules, given(activitiesOf([running])), complete({ notes: "All gone." }));
    expect(facts).toMatchObject([
      { payload: { completedAt: now, outcomes: { metrics: { samplesGiven: 620 }, notes: "All gone." } } },
    ]);
    expect(facts[0]).not.toHaveProperty("payload.outcomes.photoUrls");
    const [done] = state.activities;
    expect(done && [done.status, elapsedMinutes(done)]).toEqual(["completed", 90.3]);
  });

  test("completes late, after its event", () => {
    const state = activitiesOf([running], { events: [eventNow(1, { status: "completed" })] });
    expect(verdictOf(when(rules, given(state), complete()))).toBe("allowed");
  });

  test.each(["planned", "completed", "cancelled"] as const)("does not complete when %s", (status) => {
    const state = activitiesOf([activityIn({ status })]);
    expect(verdictOf(when(rules, given(state), complete()))).toBe("activity_not_running");
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e13, -1e13, "620"])("%s is no figure", (figure) => {
    const input = { activityId, metrics: { samplesGiven: figure } };
    expect(completeActivityInput.safeParse(input).success).toBe(false);
  });

  test.each(["completed", "cancelled"] as const)("is not called off when %s", (status) => {
    const state = activitiesOf([activityIn({ status })]);
    expect(verdictOf(when(rules, given(state), cancel()))).toBe("activity_over");
  });
});

describe("photos", () => {
  const mine = { id: photoId, uploadedBy: manager.id, recordId: null };
  const withPhoto = (photo: typeof mine | { id: string; uploadedBy: string; recordId: string } | null) =>
    when(
      rules,
      given(activitiesOf([running]), manager, { photos: photo ? [photo] : [] }),
      report({ photoIds: [photoId] }),
    );

  test("one's own, and one that hangs on this activity already", () => {
    for (const photo of [mine, { ...mine, uploadedBy: otherAdmin.id, recordId: activityId }]) {
      expect(withPhoto(photo).facts).toMatchObject([{ payload: { photoUrls: [`/photos/${photoId}`] } }]);
    }
  });

  test("missing, somebody else's and one of another record are refused alike", () => {
    const refused = [null, { ...mine, uploadedBy: otherAdmin.id }, { ...mine, recordId: testId(12, 9) }].map(
      (photo) => withPhoto(photo).refusal,
    );
    expect(refused[0]).toMatchObject({
      code: "INVALID",
      details: { fields: { "photoIds.0": expect.any(String) } },
    });
    expect(new Set(refused.map((refusal) => JSON.stringify([refusal?.message, refusal?.details]))).size).toBe(
      1,
    );
  });
});

describe("who may", () => {
  const state = activitiesOf([activityIn()], { events: [eventNow(1, { managerId: testId(2, 13) })] });

  test("the desk and the event's manager; nobody else knows of it", () => {
    expect(verdictOf(when(rules, given(state, admin), start))).toBe("allowed");
    for (const actor of [manager, agent, clientPerson]) {
      expect(verdictOf(when(rules, given(state, actor), start))).toBe("NOT_FOUND");
    }
  });

  test("nobody lays out by hand, and the system does nothing else", () => {
    expect(verdictOf(layOut(state, admin))).toBe("FORBIDDEN");
    expect(verdictOf(when(rules, given(state, system), start))).toBe("FORBIDDEN");
  });

  test("abilities are what the commands then do", () => {
    for (const status of ["planned", "in_progress", "completed", "cancelled"] as const) {
      for (const event of ["ready", "in_progress", "completed"] as const) {
        const here = activitiesOf([activityIn({ status })], { events: [eventNow(1, { status: event })] });
        const done = {
          start: when(rules, given(here), start).facts.length > 0,
          complete: when(rules, given(here), complete()).facts.length > 0,
          cancel: when(rules, given(here), cancel()).facts.length > 0,
          reportIssue: when(rules, given(here), report()).facts.length > 0,
        };
        expect([status, event, activityAbilities({ status }, { status: event })]).toEqual([
          status,
          event,
          done,
        ]);
      }
    }
  });
});
