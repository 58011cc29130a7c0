import { describe, expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import {
  checkOutKitInput,
  expectReturnInput,
  followDamageInput,
  handOverInput,
  prepareInput,
  reportKitIssueInput,
  returnKitInput,
  swapKitInput,
} from "@/modules/kits/inputs/custody";
import { quantityAt } from "@/modules/kits/kits";
import { admin, agent, clientPerson, manager, system, testId } from "@/testing/builders/actors";
import {
  contentsOf,
  custodyOf,
  handed,
  handedUnit,
  kitNeed,
  kitOut,
  kittedEvent,
  loose,
  packed,
  type PartName,
  partNames,
  unitOut,
} from "@/testing/builders/kit-custody";
import { contextOf, verdictOf, when } from "@/testing/given-when-then";
import type { CustodyCommand } from "./commands";
import type { CustodyOutside, KitCustody } from "./custody";
import { decideCustody } from "./decide";
import { evolveCustody } from "./evolve";
import { custodyPolicy } from "./policy";

const rules = { policy: custodyPolicy, decide: decideCustody, evolve: evolveCustody, recordName: "kit" };
const now = "2026-10-31T13:00:00.000Z";
const kitAssignmentId = kitNeed().id;
const unit = handedUnit();
const otherManager: Actor = { kind: "person", id: testId(2, 43), role: "manager", clientId: null };
const nothingFollowed = { isReported: false, photoUrls: [] };

function run(
  command: CustodyCommand,
  {
    state = custodyOf(),
    actor = manager,
    outside = {},
  }: { state?: KitCustody; actor?: Actor; outside?: Partial<CustodyOutside> } = {},
) {
  const known = { photos: [], followed: nothingFollowed, ...outside };
  return when(rules, { state, outside: known, context: contextOf(actor, now) }, command);
}

type Counts = Partial<Readonly<Record<PartName, number>>>;

const linesOf = (counts: Counts, more: object = {}) =>
  partNames.map((name) => ({
    componentId: handed[name].id,
    quantity: counts[name] ?? handed[name].quantity,
    ...more,
  }));
const prepare = (counts: Counts = {}, more: object = {}): CustodyCommand => ({
  type: "prepare",
  ...prepareInput.parse({ kitAssignmentId, lines: linesOf(counts), ...more }),
});
const checkOut = (more: object = {}): CustodyCommand => ({
  type: "checkOut",
  ...checkOutKitInput.parse({
    kitAssignmentId,
    holderId: manager.id,
    expectedReturn: "2026-11-01T12:00",
    ...more,
  }),
});
const handOver = (more: object = {}): CustodyCommand => ({
  type: "handOver",
  ...handOverInput.parse({ kitAssignmentId, toPersonId: agent.id, condition: "good", ...more }),
});
const swap = (more: object = {}): CustodyCommand => ({
  type: "swap",
  ...swapKitInput.parse({
    kitAssignmentId,
    replacementInstanceId: handedUnit(2).id,
    condition: "damaged",
    reason: "The burner does not light.",
    ...more,
  }),
});
const giveBack = (more: object = {}): CustodyCommand => ({
  type: "return",
  ...returnKitInput.parse({ kitAssignmentId, ...more }),
});
const report = (more: object = {}): CustodyCommand => ({
  type: "reportIssue",
  ...reportKitIssueInput.parse({
    kitAssignmentId,
    issueType: "damaged",
    description: "The burner does not light.",
    impactLevel: "moderate",
    ...more,
  }),
});

const out = (change: Partial<KitCustody> = {}) =>
  custodyOf({ units: [unitOut()], assignments: [kitOut()], ...change });
const inKit = (state: KitCustody, name: PartName) =>
  quantityAt(state, handed[name].id, { kitInstanceId: unit.id });
const typesOf = ({ facts }: { facts: readonly { type: string }[] }) => facts.map(({ type }) => type);
const movedBy = (result: ReturnType<typeof run>) =>
  result.facts.flatMap((fact) =>
    fact.type === "KIT_COMPONENTS_MOVED"
      ? fact.payload.movements.map(({ componentId, quantity, from, to }) => [
          fact.payload.kind,
          partNames.find((name) => handed[name].id === componentId),
          quantity,
          `${from} to ${to}`,
        ])
      : [],
  );

describe("preparing", () => {
  test("counts each part; a whole kit moves nothing", () => {
    const result = run(prepare());
    expect(typesOf(result)).toEqual(["KIT_PREPARED"]);
    expect(result.state.assignments[0]).toMatchObject({
      status: "prepared",
      prepared: { lines: packed()?.lines, by: manager.id, at: now, shortReason: null },
    });
  });

  test("less than the template says takes a reason, which goes with the fact", () => {
    expect(verdictOf(run(prepare({ thermos: 4 })))).toBe("short_needs_reason");
    const result = run(prepare({ thermos: 4 }, { shortReason: "Two are in repair." }));
    expect(result.facts.at(-1)).toMatchObject({
      type: "KIT_PREPARED",
      metadata: {
        override: {
          reason: "Two are in repair.",
          by: manager.id,
          snapshot: { missing: [{ componentId: handed.thermos.id, quantity: 2 }] },
        },
      },
    });
    expect(movedBy(result)).toEqual([["missing", "thermos", 2, "kit to lost"]]);
    expect(result.state.assignments[0]?.prepared?.shortReason).toBe("Two are in repair.");
  });

  test("what is there beyond what was known came from the spares, was lost before, or nobody knew of it", () => {
    const stock = [
      ...contentsOf(unit, { thermos: 1 }),
      loose("thermos", "spares", 2),
      loose("thermos", "lost", 1),
    ];
    const result = run(prepare({ thermos: 6 }), { state: custodyOf({ stock }) });
    expect(movedBy(result)).toEqual([
      ["packed", "thermos", 2, "spares to kit"],
      ["found", "thermos", 1, "lost to kit"],
      ["found", "thermos", 2, "outside to kit"],
    ]);
    expect(inKit(result.state, "thermos")).toBe(6);
  });

  test("each part once: none left out, none twice, none of another kit", () => {
    const lines = linesOf({});
    const first = lines.slice(0, 1);
    for (const wrong of [
      lines.slice(1),
      [...lines, ...first],
      [...lines, { componentId: testId(9, 9), quantity: 1 }],
    ]) {
      expect(verdictOf(run(prepare({}, { lines: wrong })))).toBe("INVALID");
    }
  });

  test("a part that was taken out of the template is counted as long as the kit holds it", () => {
    const removed = { ...handed.thermos, removedAt: now };
    const state = custodyOf({ components: [removed, handed.burner, handed.cups] });
    const without = linesOf({}).slice(1);
    expect(verdictOf(run(prepare({}, { lines: without }), { state }))).toBe("INVALID");
    expect(verdictOf(run(prepare({ thermos: 0 }), { state }))).toBe("allowed");
  });

  test("looking at each part ends the wait for an inspection; the worst critical part is the condition", () => {
    const state = custodyOf({ units: [handedUnit(1, { awaitingInspectionSince: now })] });
    const lines = linesOf({}).map((line) => ({
      ...line,
      condition: line.componentId === handed.burner.id ? "fair" : "poor",
    }));
    const [after] = run(prepare({}, { lines }), { state }).state.units;
    expect(after).toMatchObject({ condition: "fair", awaitingInspectionSince: null });
  });

  test.each([
    ["not settled which kit", { assignments: [kitNeed(1, { kitInstanceId: null })] }, "no_kit_bound"],
    ["out", { units: [unitOut()] }, "kit_out"],
    ["retired", { units: [handedUnit(1, { archivedAt: now })] }, "kit_retired"],
    [
      "in quarantine",
      { units: [handedUnit(1, { quarantine: { at: now, reason: "Wet." } })] },
      "kit_quarantined",
    ],
    ["already out", { assignments: [kitOut()] }, "already_out"],
    ["back", { assignments: [kitOut(1, { status: "returned" })] }, "already_returned"],
    ["called off", { assignments: [kitNeed(1, { status: "cancelled" })] }, "need_cancelled"],
    ["of an event that is over", { events: [kittedEvent({ status: "completed" })] }, "event_over"],
  ] as const)("refused: %s", (_, change, rule) => {
    expect(verdictOf(run(prepare(), { state: custodyOf(change) }))).toBe(rule);
  });

  test("another kit in the hand is noticed", () => {
    expect(verdictOf(run(prepare({}, { kitInstanceId: handedUnit(2).id })))).toBe("other_kit");
    expect(verdictOf(run(prepare({}, { kitInstanceId: unit.id })))).toBe("allowed");
  });
});

describe("checking out", () => {
  const ready = (change: Partial<KitCustody> = {}) =>
    custodyOf({ assignments: [kitNeed(1, { status: "prepared", prepared: packed() })], ...change });

  test("to somebody named, with the venue's clock for the return", () => {
    const { facts, state } = run(checkOut(), { state: ready() });
    expect(facts).toEqual([
      {
        type: "KIT_CHECKED_OUT",
        payload: {
          kitAssignmentId,
          activityId: kitNeed().activityId,
          eventId: kittedEvent().id,
          kitInstanceId: unit.id,
          checkedOutBy: manager.id,
          checkedOutAt: now,
          checkedOutTo: manager.id,
          expectedReturnDate: "2026-11-01T12:00:00-05:00",
        },
      },
    ]);
    expect(state.assignments[0]?.out?.expectedReturn).toBe("2026-11-01T17:00:00.000Z");
    expect(state.units[0]?.custody).toEqual({
      holderId: manager.id,
      since: now,
      kitAssignmentId,
      eventId: kittedEvent().id,
    });
  });

  test.each([
    ["not prepared", custodyOf(), "not_prepared"],
    ["out already", out(), "already_out"],
    ["out with somebody for another activity", ready({ units: [unitOut()] }), "kit_out"],
    [
      "in quarantine",
      ready({ units: [handedUnit(1, { quarantine: { at: now, reason: "Wet." } })] }),
      "kit_quarantined",
    ],
    [
      "meant for another event now",
      ready({
        events: [kittedEvent(), kittedEvent({ id: testId(7, 2), number: 9 })],
        assignments: [
          kitNeed(1, { status: "prepared", prepared: packed(), windowStart: "2026-11-09T00:00:00.000Z" }),
          kitNeed(2, { eventId: testId(7, 2) }),
        ],
      }),
      "kit_bound_elsewhere",
    ],
  ] as const)("refused: %s", (_, state, rule) => {
    expect(verdictOf(run(checkOut(), { state }))).toBe(rule);
  });

  test("to nobody of a client's, and not to be back before now", () => {
    expect(verdictOf(run(checkOut({ holderId: clientPerson.id }), { state: ready() }))).toBe("INVALID");
    expect(verdictOf(run(checkOut({ holderId: testId(2, 99) }), { state: ready() }))).toBe("INVALID");
    expect(verdictOf(run(checkOut({ expectedReturn: now }), { state: ready() }))).toBe("INVALID");
  });

  test("a later return is said as a fact", () => {
    const later: CustodyCommand = {
      type: "expectReturn",
      ...expectReturnInput.parse({ kitAssignmentId, expectedReturn: "2026-11-02T12:00", reason: "Rain." }),
    };
    expect(verdictOf(run(later))).toBe("not_prepared");
    const { state } = run(later, { state: out() });
    expect(state.assignments[0]?.out?.expectedReturn).toBe("2026-11-02T17:00:00.000Z");
  });
});

describe("handing over", () => {
  test("from one person to another, with the condition", () => {
    const { state } = run(handOver({ condition: "fair" }), { state: out() });
    expect(state.units[0]).toMatchObject({
      condition: "fair",
      custody: { holderId: agent.id, since: now, kitAssignmentId },
    });
    expect(state.assignments[0]?.status).toBe("checked_out");
    expect(verdictOf(run(handOver({ toPersonId: manager.id }), { state: out() }))).toBe("has_it_already");
    expect(verdictOf(run(handOver()))).toBe("not_prepared");
  });

  test("on to the next activity: back from the one before, out for the other, with all that is in it", () => {
    const second = kitNeed(2, { kitInstanceId: null });
    const state = out({ assignments: [kitOut(), second] });
    const result = run(handOver({ toKitAssignmentId: second.id }), { state });
    expect(result.state.assignments).toMatchObject([
      { status: "returned", back: { at: now, condition: "good" } },
      { status: "checked_out", kitInstanceId: unit.id, prepared: packed(), out: { at: now } },
    ]);
    expect(result.state.units[0]?.custody.kitAssignmentId).toBe(second.id);
  });

  test.each([
    ["another event", kitNeed(2, { eventId: testId(7, 2) }), "other_event"],
    ["another kind of kit", kitNeed(2, { kitTemplateId: testId(5, 9) }), "other_kit"],
    ["a need that has another kit", kitNeed(2, { kitInstanceId: handedUnit(2).id }), "other_kit"],
    ["a need that had one", kitNeed(2, { status: "returned" }), "already_returned"],
  ] as const)("not to %s", (_, second, rule) => {
    const events = [kittedEvent(), kittedEvent({ id: testId(7, 2) })];
    const units = [unitOut(), handedUnit(2)];
    const state = out({ events, units, assignments: [kitOut(), second] });
    expect(verdictOf(run(handOver({ toKitAssignmentId: second.id }), { state }))).toBe(rule);
  });
});

describe("swapping on site", () => {
  const both = (change: Partial<KitCustody> = {}) => out({ units: [unitOut(), handedUnit(2)], ...change });

  test("the one goes home to be looked at, the other is in the same hands", () => {
    const { state } = run(swap(), { state: both() });
    expect(state.units).toMatchObject([
      {
        condition: "damaged",
        awaitingInspectionSince: now,
        custody: { holderId: null, kitAssignmentId: null },
      },
      { custody: { holderId: manager.id, since: now, kitAssignmentId } },
    ]);
    expect(state.assignments[0]).toMatchObject({ status: "checked_out", kitInstanceId: handedUnit(2).id });
  });

  test.each([
    ["itself", { replacementInstanceId: unit.id }, both(), "other_kit"],
    ["one that is out", {}, out({ units: [unitOut(), unitOut(2)] }), "kit_out"],
    [
      "another kind",
      {},
      out({ units: [unitOut(), handedUnit(2, { kitTemplateId: testId(5, 9) })] }),
      "other_kit",
    ],
    [
      "one that is meant for another event",
      {},
      both({
        events: [kittedEvent(), kittedEvent({ id: testId(7, 2) })],
        assignments: [kitOut(), kitNeed(2, { eventId: testId(7, 2), kitInstanceId: handedUnit(2).id })],
      }),
      "kit_bound_elsewhere",
    ],
  ] as const)("not for %s", (_, more, state, rule) => {
    expect(verdictOf(run(swap(more), { state }))).toBe(rule);
  });
});

describe("coming back", () => {
  test("all fine in one tap: cups are used, not lost", () => {
    const result = run(giveBack(), { state: out() });
    expect(result.facts[0]).toEqual({
      type: "KIT_RETURNED",
      payload: expect.objectContaining({ condition: "good", returnedBy: manager.id, receivedBy: manager.id }),
    });
    expect(result.facts[0]?.payload).not.toHaveProperty("missingComponents");
    expect(movedBy(result)).toEqual([["used", "cups", 200, "kit to used"]]);
    expect(result.state.assignments[0]).toMatchObject({
      status: "returned",
      back: { at: now, condition: "good" },
    });
    expect(result.state.units[0]).toMatchObject({
      awaitingInspectionSince: now,
      custody: { holderId: null },
    });
  });

  test("short is accepted, and says what is missing", () => {
    const result = run(giveBack({ lines: linesOf({ thermos: 5, cups: 40 }) }), { state: out() });
    expect(result.facts[0]).toMatchObject({ payload: { missingComponents: [handed.thermos.id] } });
    expect(movedBy(result)).toEqual([
      ["used", "cups", 160, "kit to used"],
      ["missing", "thermos", 1, "kit to lost"],
    ]);
  });

  test("more than went out is accepted: from what was lost before, else from outside", () => {
    const stock = [...contentsOf(unit), loose("thermos", "lost", 1)];
    const result = run(giveBack({ lines: linesOf({ thermos: 8 }) }), { state: out({ stock }) });
    expect(movedBy(result)).toEqual([
      ["found", "thermos", 1, "lost to kit"],
      ["found", "thermos", 1, "outside to kit"],
    ]);
    expect(inKit(result.state, "thermos")).toBe(8);
  });

  test("in sessions: it stays out until the last one", () => {
    const burner = linesOf({}).slice(1, 2);
    const first = run(giveBack({ lines: burner, isLast: false }), { state: out() });
    expect(typesOf(first)).toEqual(["KIT_RETURNED"]);
    expect(first.state.assignments[0]).toMatchObject({
      status: "partly_returned",
      returned: [{ componentId: handed.burner.id, quantity: 1 }],
    });
    expect(first.state.units[0]?.custody.holderId).toBe(manager.id);
    const last = run(giveBack(), { state: first.state });
    expect(movedBy(last)).toEqual([["used", "cups", 200, "kit to used"]]);
    expect(last.state.assignments[0]?.status).toBe("returned");
  });

  test("a session in which nothing came is none", () => {
    expect(verdictOf(run(giveBack({ lines: [], isLast: false }), { state: out() }))).toBe("INVALID");
    expect(verdictOf(run(giveBack({ lines: [] }), { state: out() }))).toBe("allowed");
  });

  test("the worst critical part is the condition, and no other", () => {
    const damage = { description: "Does not light.", severity: "severe" };
    const broken = (index: number) =>
      linesOf({}).map((line, at) => (at === index ? { ...line, damage } : line));
    expect(run(giveBack({ lines: broken(1) }), { state: out() }).facts[0]).toMatchObject({
      payload: { condition: "damaged", damagedComponents: [{ id: handed.burner.id, ...damage }] },
    });
    expect(run(giveBack({ lines: broken(0) }), { state: out() }).facts[0]).toMatchObject({
      payload: { condition: "good", damagedComponents: [{ id: handed.thermos.id, ...damage }] },
    });
  });

  test("twice, before it went out, and as another kit is refused", () => {
    const { state } = run(giveBack(), { state: out() });
    expect(verdictOf(run(giveBack(), { state }))).toBe("already_returned");
    expect(verdictOf(run(giveBack()))).toBe("not_prepared");
    expect(verdictOf(run(giveBack({ kitInstanceId: handedUnit(2).id }), { state: out() }))).toBe("other_kit");
  });

  test("a photo that is not there is refused", () => {
    const photoIds = [testId(14, 1)];
    expect(verdictOf(run(giveBack({ photoIds }), { state: out() }))).toBe("INVALID");
  });
});

describe("problems", () => {
  const follow = (more: object = {}): CustodyCommand => ({
    type: "followDamage",
    ...followDamageInput.parse({
      kitAssignmentId,
      kitInstanceId: unit.id,
      missing: [],
      damaged: [],
      condition: "good",
      words: "",
      reportedBy: manager.id,
      reportedAt: now,
      ...more,
    }),
  });

  test("what is badly broken is out of use at once", () => {
    expect(typesOf(run(report(), { state: out() }))).toEqual(["KIT_ISSUE_REPORTED"]);
    const result = run(report({ impactLevel: "major" }), { state: out() });
    expect(typesOf(result)).toEqual(["KIT_ISSUE_REPORTED", "KIT_QUARANTINED"]);
    expect(result.state.units[0]?.quarantine).toEqual({ at: now, reason: "The burner does not light." });
  });

  test("what came back missing is an issue in the name of who received it", () => {
    const result = run(follow({ missing: [handed.thermos.id] }), { state: out(), actor: system });
    expect(result.facts).toMatchObject([
      {
        type: "KIT_ISSUE_REPORTED",
        payload: {
          issueType: "missing",
          description: "Missing: Thermos.",
          impactLevel: "minor",
          reportedBy: manager.id,
          reportedAt: now,
        },
      },
    ]);
  });

  test("severe damage puts it in quarantine; told twice it is told once", () => {
    const damaged = [{ id: handed.thermos.id, description: "Cracked.", severity: "severe" }];
    const command = follow({ damaged });
    expect(typesOf(run(command, { state: out(), actor: system }))).toEqual([
      "KIT_ISSUE_REPORTED",
      "KIT_QUARANTINED",
    ]);
    const outside = { followed: { isReported: true, photoUrls: [] } };
    expect(typesOf(run(command, { state: out(), actor: system, outside }))).toEqual([]);
    expect(verdictOf(run(command, { state: out(), actor: admin }))).toBe("FORBIDDEN");
  });
});

describe("who may", () => {
  test.each([
    ["the desk", admin, "allowed"],
    ["the manager", manager, "allowed"],
    ["another manager", otherManager, "NOT_FOUND"],
    ["an agent", agent, "NOT_FOUND"],
    ["a client", clientPerson, "NOT_FOUND"],
  ] as const)("prepare: %s", (_, actor, verdict) => {
    expect(verdictOf(run(prepare(), { actor }))).toBe(verdict);
  });

  test("an agent reports on a kit that is out for their activity, or in their hands", () => {
    const crew = [{ activityId: kitNeed().activityId, userId: agent.id }];
    expect(verdictOf(run(report(), { actor: agent, state: out() }))).toBe("NOT_FOUND");
    expect(verdictOf(run(report(), { actor: agent, state: out({ crew }) }))).toBe("allowed");
    expect(verdictOf(run(report(), { actor: agent, state: custodyOf({ crew }) }))).toBe("NOT_FOUND");
    const theirs = unitOut();
    const units = [{ ...theirs, custody: { ...theirs.custody, holderId: agent.id } }];
    expect(verdictOf(run(report(), { actor: agent, state: out({ units }) }))).toBe("allowed");
  });
});
