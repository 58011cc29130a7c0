import { describe, expect, test } from "vitest";
import { admin, agent, manager } from "@/testing/builders/actors";
import { contextOf, verdictOf, when } from "@/testing/given-when-then";
import type { DeliveryCommand, HandlerCommand, ReplayCommand, TestCommand, ViewCommand } from "./commands";
import { decideReplay } from "./decide/replay";
import { decideTest } from "./decide/send-test";
import { decideDeliveries, filterWords } from "./decide/settle-deliveries";
import { decideHandler } from "./decide/switch-handler";
import { decideView } from "./decide/view-personal-data";
import {
  type DeliveriesState,
  evolve as evolveDeliveries,
  type HeldDelivery,
  NO_DELIVERIES,
} from "./deliveries";
import { evolve as evolveHandler, type HandlerState } from "./handlers";
import type { ViewState } from "./personal-data";
import { deliveryAbilities, operationsPolicy } from "./policy";
import { evolve as evolveReplay, type ReplayState } from "./replays";

test("a test entry says who sent it, and is refused in production", () => {
  const rules = { ...common, decide: decideTest, evolve: (state: { readonly isKnown: true }) => state };
  const given = { state: { isKnown: true } as const, outside: undefined, context: contextOf(admin, now) };
  const send = (isProduction: boolean): TestCommand => ({ type: "sendTest", isProduction });
  expect(when(rules, given, send(false)).facts).toEqual([
    { type: "LOG_TEST_SENT", payload: { sentBy: admin.id, sentAt: now } },
  ]);
  expect(verdictOf(when(rules, given, send(true)))).toBe("test_in_production");
});

const now = "2026-11-27T10:00:00.000Z";
const context = contextOf(admin, now);
const factId = "0199aaaa-0000-7000-8000-000000000001" as DeliveryCommand["factId"];
const common = { policy: operationsPolicy, recordName: "record" };

describe("retry and skip", () => {
  const rules = { ...common, decide: decideDeliveries, evolve: evolveDeliveries };
  const parked: HeldDelivery = { factId: "f1", orderKey: "k", position: "1", run: 0, hasFailed: true };
  const due: HeldDelivery = { ...parked, factId: "f2", position: "2", hasFailed: false };
  const known: DeliveriesState = { ...NO_DELIVERIES, isKnown: true };
  const retryOne: DeliveryCommand = { type: "retry", handler: "workflow", factId, reason: "Mended." };
  const skipOne: DeliveryCommand = { ...retryOne, type: "skip" };
  const given = (state: Partial<DeliveriesState>) => ({
    state: { ...known, ...state },
    outside: undefined,
    context,
  });

  test("retrying a parked one is a fact about it", () => {
    const { facts, state } = when(rules, given({ held: [parked] }), retryOne);
    expect(facts).toEqual([
      {
        type: "LOG_DELIVERIES_RETRIED",
        payload: {
          handler: "workflow",
          factId,
          count: 1,
          reason: "Mended.",
          retriedBy: admin.id,
          retriedAt: now,
        },
      },
    ]);
    expect(state.settled).toBe(1);
  });

  test("one that is due already has nothing to be retried, but can be skipped", () => {
    expect(when(rules, given({ held: [due] }), retryOne).facts).toEqual([]);
    expect(when(rules, given({ held: [due] }), skipOne).facts).toHaveLength(1);
  });

  test.each([
    ["that somebody runs just now", { isBusy: true }, "CONFLICT"],
    ["that is done", { ended: "done" }, "not_open"],
    ["that was never owed", {}, "not_owed"],
  ] as const)("one %s is refused", (_, state, verdict) => {
    expect(verdictOf(when(rules, given(state), retryOne))).toBe(verdict);
    expect(verdictOf(when(rules, given(state), skipOne))).toBe(verdict);
  });

  test("a filter counts what it retried, and names itself", () => {
    const command: DeliveryCommand = {
      type: "retry",
      handler: "workflow",
      filter: { state: "parked", type: "BOOKING_APPROVED" },
      reason: "Mended.",
    };
    const { facts } = when(rules, given({ held: [parked, due, { ...parked, position: "3" }] }), command);
    expect(facts).toMatchObject([{ payload: { count: 2, filter: "state=parked type=BOOKING_APPROVED" } }]);
    expect(when(rules, given({}), command).facts).toEqual([]);
  });

  test("skipping by filter is one fact per delivery", () => {
    const command: DeliveryCommand = {
      type: "skip",
      handler: "gone",
      filter: { state: "open" },
      reason: "Removed.",
    };
    const { facts, state } = when(rules, given({ held: [parked, due] }), command);
    expect(facts.map(({ type, payload }) => [type, "factId" in payload && payload.factId])).toEqual([
      ["LOG_DELIVERY_SKIPPED", "f1"],
      ["LOG_DELIVERY_SKIPPED", "f2"],
    ]);
    expect(state.settled).toBe(2);
  });

  test("only admins steer; what does not exist is not found", () => {
    const by = (actor: typeof manager) => ({ ...given({ held: [parked] }), context: contextOf(actor, now) });
    expect(verdictOf(when(rules, by(manager), retryOne))).toBe("FORBIDDEN");
    expect(verdictOf(when(rules, by(agent), skipOne))).toBe("FORBIDDEN");
    expect(verdictOf(when(rules, given({ isKnown: false }), retryOne))).toBe("NOT_FOUND");
  });
});

test("a filter in words leaves out what it does not ask for", () => {
  expect(filterWords({ state: "retrying", errorGroup: undefined, from: now })).toBe(
    `state=retrying from=${now}`,
  );
});

test("what runs is left alone, what has not failed has nothing to retry, what is done neither", () => {
  const can = (isOpen: boolean, isLeased: boolean, hasFailed: boolean) =>
    Object.values(deliveryAbilities({ isOpen, isLeased, hasFailed }));
  expect(can(true, false, true)).toEqual([true, true]);
  expect(can(true, false, false)).toEqual([false, true]);
  expect(can(true, true, true)).toEqual([false, false]);
  expect(can(false, false, true)).toEqual([false, false]);
});

describe("pause and resume", () => {
  const rules = { ...common, decide: decideHandler, evolve: evolveHandler };
  const running: HandlerState = { isKnown: true, pausedAt: null, waiting: 3 };
  const given = (state: HandlerState) => ({ state, outside: undefined, context });
  const pause: HandlerCommand = { type: "pauseHandler", handler: "notification", reason: "A wrong text." };
  const resume: HandlerCommand = { ...pause, type: "resumeHandler" };

  test("each is recorded once, with how many wait", () => {
    const paused = when(rules, given(running), pause);
    expect(paused.facts).toMatchObject([
      { type: "LOG_HANDLER_PAUSED", payload: { waiting: 3, pausedAt: now } },
    ]);
    expect(paused.state.pausedAt).toBe(now);
    expect(when(rules, given(paused.state), pause).facts).toEqual([]);
    const resumed = when(rules, given(paused.state), resume);
    expect(resumed.facts).toMatchObject([{ type: "LOG_HANDLER_RESUMED", payload: { resumedBy: admin.id } }]);
    expect(resumed.state.pausedAt).toBeNull();
    expect(when(rules, given(running), resume).facts).toEqual([]);
  });
});

describe("replay", () => {
  const rules = { ...common, decide: decideReplay, evolve: evolveReplay };
  const command: ReplayCommand = {
    type: "replay",
    handler: "reporting",
    from: "2026-11-01T00:00:00+01:00",
    to: "2026-11-02T00:00:00Z",
    onlyNeverDelivered: false,
    sideEffects: false,
    reason: "A report was rebuilt.",
  };
  const queued = {
    factId: "f1",
    orderKey: "f1",
    recordedAt: "2026-11-01T05:00:00.000Z",
    position: "7",
    run: 1,
    type: "BOOKING_APPROVED",
    category: "booking",
    expiresOn: "2033-11-01",
  };
  const step: ReplayState = { isKnown: true, facts: [queued], next: null, waiting: 4, queued: 0 };
  const given = (state: ReplayState) => ({ state, outside: undefined, context });

  test("a step names the part of the range that it covers", () => {
    const { facts, state } = when(rules, given(step), command);
    expect(facts).toMatchObject([
      {
        type: "LOG_REPLAYED",
        payload: {
          from: "2026-10-31T23:00:00.000Z",
          to: "2026-11-02T00:00:00.000Z",
          count: 1,
          sideEffects: false,
          replayedBy: admin.id,
        },
      },
    ]);
    expect(state).toMatchObject({ queued: 1, waiting: 5 });
    const next = { recordedAt: queued.recordedAt, position: "7" };
    expect(when(rules, given({ ...step, next }), command).facts).toMatchObject([
      { payload: { to: queued.recordedAt } },
    ]);
    expect(when(rules, given(step), { ...command, after: next }).facts).toMatchObject([
      { payload: { from: queued.recordedAt } },
    ]);
  });

  test("a step without facts records nothing; a range that ends before it begins is refused", () => {
    expect(when(rules, given({ ...step, facts: [] }), command).facts).toEqual([]);
    expect(verdictOf(when(rules, given(step), { ...command, to: "2026-10-01T00:00:00Z" }))).toBe("INVALID");
  });
});

describe("looking at personal data", () => {
  const rules = { ...common, decide: decideView, evolve: (state: ViewState) => state };
  const command: ViewCommand = { type: "viewPersonalData", factId: "f1", reason: "The agent asked." };
  const state: ViewState = {
    isKnown: true,
    viewerId: admin.id,
    factId: "f1",
    fields: ["compensation.rate"],
    count: 1,
  };
  const given = (more: Partial<ViewState>) => ({ state: { ...state, ...more }, outside: undefined, context });

  test("a look is recorded with the fields, an export with its count and without a fact", () => {
    expect(when(rules, given({}), command).facts).toMatchObject([
      {
        type: "LOG_PERSONAL_DATA_VIEWED",
        payload: { factId: "f1", fields: ["compensation.rate"], count: 1 },
      },
    ]);
    const { facts } = when(rules, given({ factId: null, count: 40 }), command);
    expect(facts[0]?.payload).not.toHaveProperty("factId");
    expect(facts[0]?.payload).toMatchObject({ count: 40 });
  });

  test("where nothing is personal there is nothing to record", () => {
    expect(when(rules, given({ fields: [] }), command).facts).toEqual([]);
  });
});
