import { describe, expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import type { NeedCommand } from "@/modules/kits/commands/needs";
import { decideNeeds } from "@/modules/kits/decide/needs";
import { evolveNeeds } from "@/modules/kits/evolve/needs";
import {
  assignKitsInput,
  bindKitInput,
  cancelKitAssignmentInput,
  checkKitNeedsInput,
  layOutKitsInput,
  moveKitsInput,
  releaseKitsInput,
  resolveShortageInput,
} from "@/modules/kits/inputs/needs";
import type { KitAssignment, Kits } from "@/modules/kits/kits";
import { needsPolicy } from "@/modules/kits/policy/needs";
import { admin, agent, clientPerson, manager, system, testId } from "@/testing/builders/actors";
import { kitTemplateId } from "@/testing/builders/bookings";
import { kittedEvent, lookedAtKits, needIn, needsOutside, useOf } from "@/testing/builders/kit-needs";
import { kitsOf, looseStock, stockOf, teaParts, unitIn } from "@/testing/builders/kits";
import { contextOf, verdictOf, when } from "@/testing/given-when-then";
import type { NeedsOutside } from "./shapes";

const rules = { policy: needsPolicy, decide: decideNeeds, evolve: evolveNeeds, recordName: "kit need" };
const [kit, other] = [unitIn(1), unitIn(2)];
const needId = testId(22, 1);

interface Given {
  readonly need?: Partial<KitAssignment>;
  readonly state?: Partial<Kits>;
  readonly outside?: Partial<NeedsOutside>;
  readonly actor?: Actor;
}

function run(command: NeedCommand, { need = {}, state = {}, outside = {}, actor = manager }: Given = {}) {
  const given = {
    state: kitsOf({
      events: [kittedEvent()],
      units: [kit, other],
      assignments: [needIn(1, need)],
      ...state,
    }),
    outside: needsOutside(outside),
    context: contextOf(actor, lookedAtKits),
  };
  return when(rules, given, command);
}

const bind = (kitInstanceId: string | null, version = 1): NeedCommand => ({
  type: "bind",
  ...bindKitInput.parse({ kitAssignmentId: needId, version, kitInstanceId }),
});
const layOut: NeedCommand = { type: "layOutKits", ...layOutKitsInput.parse({ activityId: testId(12, 1) }) };
const resolve = (way: object): NeedCommand => ({
  type: "resolveShortage",
  ...resolveShortageInput.parse({ kitAssignmentId: needId, version: 1, way }),
});
const check: NeedCommand = {
  type: "checkKitNeeds",
  ...checkKitNeedsInput.parse({ kitInstanceIds: [kit.id] }),
};
const move: NeedCommand = { type: "moveKits", ...moveKitsInput.parse({ eventId: testId(7, 1) }) };

const prepared = {
  lines: Object.values(teaParts).map(({ id, name, quantity }) => ({
    componentId: id,
    name,
    quantity,
    condition: "good" as const,
  })),
  by: manager.id,
  at: "2026-11-14T12:00:00.000Z",
  shortReason: null,
};
const bound = { kitInstanceId: kit.id };
const packed = { ...bound, status: "prepared", prepared } as const;
const lacksTwo = { stock: [...stockOf(kit, { thermos: 4 }), ...stockOf(other)] };

describe("laying out", () => {
  test("one need for each kit that the activity asks for, in the window of its event", () => {
    const { facts, state } = run(layOut, { state: { assignments: [] }, actor: system });
    expect(facts.map(({ type, payload }) => [type, payload])).toMatchObject([
      ["KIT_ASSIGNED_TO_ACTIVITY", { kitTemplateId, quantity: 1, assignedBy: "system" }],
      ["KIT_ASSIGNED_TO_ACTIVITY", { kitTemplateId }],
    ]);
    expect(state.assignments).toMatchObject([
      { status: "assigned", windowStart: "2026-12-04T15:00:00.000Z", windowEnd: "2026-12-06T17:00:00.000Z" },
      { kitInstanceId: null },
    ]);
    const again = run(layOut, { state: { assignments: state.assignments }, actor: system });
    expect(again.facts).toEqual([]);
  });

  test.each([
    ["an event that is over", { state: { events: [kittedEvent({ endsAt: "2026-11-01T10:00:00.000Z" })] } }],
    ["a cancelled event", { state: { events: [kittedEvent({ status: "cancelled" })] } }],
    ["a template that nobody knows", { outside: { templates: [] } }],
  ] satisfies [string, Given][])("nothing for %s", (_, { state, outside }: Given) => {
    const outcome = run(layOut, {
      state: { ...state, assignments: [] },
      outside: outside ?? {},
      actor: system,
    });
    expect([outcome.facts, verdictOf(outcome)]).toEqual([[], "allowed"]);
  });
});

describe("asking for more", () => {
  const assign = (more: object = {}): NeedCommand => ({
    type: "assign",
    ...assignKitsInput.parse({ activityId: testId(12, 1), kitTemplateId, quantity: 2, ...more }),
  });

  test("so many needs as are asked for, each its own", () => {
    const { state } = run(assign({ notes: "Rain cover." }), { state: { assignments: [] } });
    expect(new Set(state.assignments.map(({ id }) => id)).size).toBe(2);
    expect(state.assignments[1]).toMatchObject({ notes: "Rain cover.", assignedBy: manager.id });
  });

  test("not of a kind that was taken out of the directory, and not for what is over", () => {
    expect(run(assign(), { outside: { templates: [] } }).refusal?.details.fields).toEqual({
      kitTemplateId: expect.any(String),
    });
    expect(verdictOf(run(assign(), { state: { events: [kittedEvent({ status: "completed" })] } }))).toBe(
      "event_over",
    );
  });
});

describe("binding", () => {
  test("a free kit, and another one in its place; what was packed is packed anew", () => {
    const first = run(bind(kit.id));
    expect(first.facts).toMatchObject([{ payload: { kitInstanceId: kit.id, assignedBy: manager.id } }]);
    const second = run(bind(other.id), { need: packed });
    expect(second.state.assignments).toMatchObject([
      { kitInstanceId: other.id, status: "assigned", prepared: null, version: 2 },
    ]);
    const none = run(bind(null), { need: bound });
    expect(none.facts[0]?.payload).not.toHaveProperty("kitInstanceId");
    expect(none.state.assignments[0]?.kitInstanceId).toBeNull();
  });

  test.each([
    ["kit_taken", { outside: { uses: [useOf(kit.id)] } }],
    [
      "kit_still_out",
      {
        outside: {
          uses: [
            useOf(kit.id, {
              status: "checked_out",
              windowStart: "2026-11-10T09:00:00.000Z",
              windowEnd: "2026-11-12T09:00:00.000Z",
              expectedReturn: "2026-11-12T09:00:00.000Z",
            }),
          ],
        },
      },
    ],
    [
      "kit_quarantined",
      { state: { units: [{ ...kit, quarantine: { at: lookedAtKits, reason: "Mold." } }, other] } },
    ],
    ["kit_retired", { state: { units: [{ ...kit, archivedAt: lookedAtKits }, other] } }],
    ["other_template", { state: { units: [{ ...kit, kitTemplateId: testId(5, 2) }, other] } }],
    ["already_bound", { need: bound }],
    ["CONFLICT", { need: { version: 2 } }],
    ["kit_checked_out", { need: { ...packed, status: "checked_out" } }],
    ["need_cancelled", { need: { status: "cancelled" } }],
    ["event_over", { state: { events: [kittedEvent({ status: "cancelled" })] } }],
  ] satisfies [string, Given][])("refused: %s", (rule, given: Given) => {
    expect(verdictOf(run(bind(kit.id), given))).toBe(rule);
  });

  test("a kit may go from activity to activity of one event, and is free again when the other use ends", () => {
    const sameEvent = useOf(kit.id, { eventId: testId(7, 1) });
    const before = useOf(kit.id, {
      windowStart: "2026-12-02T09:00:00.000Z",
      windowEnd: "2026-12-04T15:00:00.000Z",
    });
    expect(verdictOf(run(bind(kit.id), { outside: { uses: [sameEvent, before] } }))).toBe("allowed");
  });
});

describe("who may", () => {
  test.each([
    [admin, "allowed"],
    [manager, "allowed"],
    [{ ...manager, id: testId(2, 8) }, "NOT_FOUND"],
    [agent, "FORBIDDEN"],
    [clientPerson, "FORBIDDEN"],
    [system, "FORBIDDEN"],
  ] as const)("bind: %j", (actor, verdict) => {
    expect(verdictOf(run(bind(kit.id), { actor }))).toBe(verdict);
  });

  test("people do not do what follows from facts, and only the desk takes from another kit", () => {
    for (const actor of [admin, manager]) expect(verdictOf(run(move, { actor }))).toBe("FORBIDDEN");
    const borrow = resolve({ kind: "borrow", kitInstanceId: other.id });
    const given = { need: bound, state: lacksTwo };
    expect(verdictOf(run(borrow, { ...given, actor: manager }))).toBe("FORBIDDEN");
    expect(verdictOf(run(borrow, { ...given, actor: admin }))).toBe("allowed");
  });
});

describe("calling off", () => {
  test("by a person, while nobody has taken it", () => {
    const cancel: NeedCommand = {
      type: "cancelAssignment",
      ...cancelKitAssignmentInput.parse({ kitAssignmentId: needId, version: 1, reason: "Too small." }),
    };
    expect(run(cancel, { need: packed }).state.assignments).toMatchObject([
      { status: "cancelled", cancelledReason: "Too small." },
    ]);
    expect(verdictOf(run(cancel, { need: { ...packed, status: "checked_out" } }))).toBe("kit_checked_out");
  });

  test("with its event or its activity, and nothing that is out", () => {
    const release: NeedCommand = {
      type: "releaseKits",
      ...releaseKitsInput.parse({ eventId: testId(7, 1), reason: "Storm." }),
    };
    const assignments = [needIn(1, packed), needIn(2, { ...packed, status: "checked_out" })];
    const cancelled = { assignments, events: [kittedEvent({ status: "cancelled" })] };
    expect(run(release, { state: cancelled, actor: system }).facts).toMatchObject([
      { type: "KIT_ASSIGNMENT_CANCELLED", payload: { kitAssignmentId: needId, kitInstanceId: kit.id } },
    ]);
    expect(run(release, { state: { assignments }, actor: system }).facts).toEqual([]);
    const [activity] = needsOutside().activities;
    if (!activity) throw new Error("no activity");
    const activities = [{ ...activity, status: "cancelled" as const }];
    expect(
      run(release, { state: { assignments }, outside: { activities }, actor: system }).facts,
    ).toHaveLength(1);
  });
});

describe("a move of the event", () => {
  const later = {
    events: [kittedEvent({ startsAt: "2026-12-12T15:00:00.000Z", endsAt: "2026-12-12T17:00:00.000Z" })],
  };
  const inBetween = useOf(kit.id);
  const clash = useOf(kit.id, {
    windowStart: "2026-12-12T09:00:00.000Z",
    windowEnd: "2026-12-14T09:00:00.000Z",
  });

  test("packed anew where somebody uses the kit before, let go where somebody has it then", () => {
    const between = run(move, { need: packed, state: later, outside: { uses: [inBetween] }, actor: system });
    expect(between.state.assignments).toMatchObject([
      { kitInstanceId: kit.id, status: "assigned", windowStart: "2026-12-11T15:00:00.000Z" },
    ]);
    const taken = run(move, { need: packed, state: later, outside: { uses: [clash] }, actor: system });
    expect(taken.state.assignments).toMatchObject([{ kitInstanceId: null, status: "assigned" }]);
  });

  test("nothing is said of what goes along, and nothing again", () => {
    expect(run(move, { need: packed, state: later, actor: system }).facts).toEqual([]);
    const moved = {
      ...packed,
      windowStart: "2026-12-11T15:00:00.000Z",
      windowEnd: "2026-12-13T17:00:00.000Z",
    };
    const uses = [inBetween];
    expect(run(move, { need: moved, state: later, outside: { uses }, actor: system }).facts).toEqual([]);
  });

  test("what is out is expected back at the end of the new time, once", () => {
    const out = { at: lookedAtKits, by: admin.id, expectedReturn: "2026-12-06T15:00:00.000Z" };
    const need = { ...packed, status: "checked_out", out } as const;
    const outcome = run(move, { need, state: later, actor: system });
    expect(outcome.facts).toMatchObject([
      { type: "KIT_RETURN_EXPECTED", payload: { expectedReturnDate: "2026-12-13T12:00:00-05:00" } },
    ]);
    expect(
      run(move, { state: { ...later, assignments: outcome.state.assignments }, actor: system }).facts,
    ).toEqual([]);
  });
});

describe("shortages", () => {
  const raised = (given: Given) => run(check, { actor: system, ...given }).facts;

  test("a bound kit that lacks parts is said once, and said to be whole once it is", () => {
    const [fact, ...more] = raised({ need: bound, state: lacksTwo });
    expect([fact, more]).toMatchObject([
      {
        type: "KIT_SHORTAGE_RAISED",
        payload: {
          missing: [{ componentId: teaParts.thermos.id, quantity: 2 }],
          cause: "TEA-01 lacks 2 × Thermos.",
        },
      },
      [],
    ]);
    const said = [
      {
        kitAssignmentId: needId,
        missing: [{ componentId: teaParts.thermos.id, quantity: 2 }],
        cause: "TEA-01 lacks 2 × Thermos.",
      },
    ];
    expect(raised({ need: bound, state: lacksTwo, outside: { said } })).toEqual([]);
    expect(raised({ need: bound, outside: { said } })).toMatchObject([{ type: "KIT_SHORTAGE_RESOLVED" }]);
    const worse = { stock: stockOf(kit, { thermos: 3 }) };
    expect(raised({ need: bound, state: worse, outside: { said } })).toMatchObject([
      { type: "KIT_SHORTAGE_RAISED", payload: { missing: [{ quantity: 3 }] } },
    ]);
  });

  test.each([
    [
      "quarantined",
      { units: [{ ...kit, quarantine: { at: lookedAtKits, reason: "Mold." } }] },
      "in quarantine: Mold.",
    ],
    ["retired", { units: [{ ...kit, archivedAt: lookedAtKits }] }, "was retired"],
  ])("a kit that is %s is a shortage of all of it", (_, state, words) => {
    expect(raised({ need: packed, state })).toMatchObject([
      {
        payload: {
          cause: expect.stringContaining(words),
          missing: [{ quantity: 6 }, { quantity: 1 }, { quantity: 200 }],
        },
      },
    ]);
  });

  test("an event that is over waits for nothing", () => {
    const state = { ...lacksTwo, events: [kittedEvent({ status: "completed" })] };
    const said = [{ kitAssignmentId: needId, missing: [], cause: "TEA-01 lacks 2 × Thermos." }];
    expect(raised({ need: bound, state })).toEqual([]);
    expect(raised({ need: bound, state, outside: { said } })).toMatchObject([
      { type: "KIT_SHORTAGE_RESOLVED", payload: { resolution: "It is not waited for any more." } },
    ]);
  });

  test("an overdue kit puts its next use at risk, not those after it", () => {
    const overdue = useOf(kit.id, {
      status: "checked_out",
      windowStart: "2026-11-10T09:00:00.000Z",
      windowEnd: "2026-11-13T09:00:00.000Z",
      expectedReturn: "2026-11-13T09:00:00.000Z",
    });
    const sooner = useOf(kit.id, {
      kitAssignmentId: testId(22, 91),
      eventId: testId(7, 8),
      windowStart: "2026-11-20T09:00:00.000Z",
      windowEnd: "2026-11-21T09:00:00.000Z",
    });
    expect(raised({ need: bound, outside: { uses: [overdue] } })).toMatchObject([
      { payload: { cause: "TEA-01 is still out at EV-229." } },
    ]);
    expect(raised({ need: bound, outside: { uses: [overdue, sooner] } })).toEqual([]);
    const late = { ...overdue, expectedReturn: "2026-12-04T16:00:00.000Z" };
    expect(raised({ need: bound, outside: { uses: [late, sooner] } })).toHaveLength(1);
  });

  test("none for consumables that the spares fill up, for what was packed short, and for what was accepted", () => {
    const cups = { stock: [...stockOf(kit, { cups: 30 }), looseStock("cups", "spares", 170)] };
    expect(raised({ need: bound, state: cups })).toEqual([]);
    const tooFew = { stock: [...stockOf(kit, { cups: 30 }), looseStock("cups", "spares", 100)] };
    expect(raised({ need: bound, state: tooFew })).toMatchObject([
      { payload: { missing: [{ quantity: 70 }] } },
    ]);
    const short = {
      ...packed,
      prepared: {
        ...prepared,
        lines: prepared.lines.map((line) => ({ ...line, quantity: Math.min(line.quantity, 4) })),
        shortReason: "Two are being mended.",
      },
    };
    expect(raised({ need: short, state: lacksTwo })).toEqual([]);
    const accepted = run(resolve({ kind: "accept_short", reason: "Four will do." }), {
      need: bound,
      state: lacksTwo,
    });
    expect(accepted.facts).toMatchObject([
      { type: "KIT_SHORTAGE_RESOLVED", payload: { resolution: "Four will do.", missing: [{ quantity: 2 }] } },
    ]);
    expect(accepted.state.assignments[0]?.acceptedShort).toMatchObject({
      by: manager.id,
      missing: [{ quantity: 2 }],
    });
    expect(raised({ state: { ...lacksTwo, assignments: accepted.state.assignments } })).toEqual([]);
  });

  test("topped up from the spares: settled where they suffice, moved as far as they go where not", () => {
    const enough = { stock: [...lacksTwo.stock, looseStock("thermos", "spares", 5)] };
    const full = run(resolve({ kind: "spares" }), { need: bound, state: enough });
    expect(full.facts).toMatchObject([
      {
        type: "KIT_COMPONENTS_MOVED",
        payload: {
          kind: "topped_up",
          movements: [{ quantity: 2, from: "spares", to: "kit", toKitInstanceId: kit.id }],
        },
      },
      { type: "KIT_SHORTAGE_RESOLVED", payload: { resolution: "Topped up from the spares: 2 × Thermos." } },
    ]);
    const one = { stock: [...lacksTwo.stock, looseStock("thermos", "spares", 1)] };
    const part = run(resolve({ kind: "spares" }), { need: bound, state: one });
    expect(part.facts.map(({ type }) => type)).toEqual(["KIT_COMPONENTS_MOVED"]);
    expect(verdictOf(run(resolve({ kind: "spares" }), { need: bound, state: lacksTwo }))).toBe("no_spares");
  });

  test("borrowed from a kit that lies at home, with where it came from", () => {
    const borrow = resolve({ kind: "borrow", kitInstanceId: other.id });
    const given = { need: bound, actor: admin };
    expect(run(borrow, { ...given, state: lacksTwo }).facts[0]?.payload).toMatchObject({
      kind: "borrowed",
      movements: [
        { from: "kit", fromKitInstanceId: other.id, to: "kit", toKitInstanceId: kit.id, quantity: 2 },
      ],
    });
    const away = { ...other, custody: { ...other.custody, holderId: manager.id } };
    expect(verdictOf(run(borrow, { ...given, state: { ...lacksTwo, units: [kit, away] } }))).toBe(
      "kit_still_out",
    );
    const bare = { stock: [...stockOf(kit, { thermos: 4 }), ...stockOf(other, { thermos: 0 })] };
    expect(verdictOf(run(borrow, { ...given, state: bare }))).toBe("nothing_to_lend");
  });

  test("nothing to settle where nothing is short, and no half measures for a kit that cannot be had", () => {
    const accept = resolve({ kind: "accept_short", reason: "Fine." });
    expect(verdictOf(run(accept, { need: bound }))).toBe("no_shortage");
    const units = [{ ...kit, archivedAt: lookedAtKits }, other];
    expect(verdictOf(run(accept, { need: bound, state: { units } }))).toBe("kit_unusable");
  });
});
