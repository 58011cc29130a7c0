import { describe, expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import { admin, agent, manager, system, testId } from "@/testing/builders/actors";
import { now } from "@/testing/builders/bookings";
import { kitsOf, looseStock, stockOf, teaParts, unitIn } from "@/testing/builders/kits";
import { contextOf, verdictOf, when } from "@/testing/given-when-then";
import { decideStockTake } from "./decide/take-stock";
import { decideUnit } from "./decide/units";
import { evolveUnits } from "./evolve/units";
import {
  inspectInput,
  matchTemplateInput,
  moveComponentsInput,
  quarantineInput,
  takeStockInput,
} from "./inputs/units";
import { type Kits, type Missing, missingIn, quantityAt, type Unit, unitOf, unitStatus } from "./kits";
import { kitUnitPolicy } from "./policy/units";
import type { KitUnitCommand, KitUnitOutside, TakeStockCommand } from "./units";

const { thermos, burner, cups } = teaParts;
const [first, second] = [unitIn(1), unitIn(2)];
const out: Unit = { ...first, custody: { ...first.custody, holderId: manager.id } };
const retired: Unit = { ...first, archivedAt: now };

const rules = { policy: kitUnitPolicy, decide: decideUnit, evolve: evolveUnits, recordName: "kit" };

function act(state: Kits, command: KitUnitCommand, borrowed: readonly Missing[] = [], actor: Actor = admin) {
  return when<KitUnitCommand, Kits, KitUnitOutside>(
    rules,
    { state, outside: { borrowed }, context: contextOf(actor, now) },
    command,
  );
}

const move = (kind: string, parts: readonly object[], more: object = {}): KitUnitCommand => ({
  type: "moveComponents",
  ...moveComponentsInput.parse({ kind, kitInstanceId: first.id, parts, ...more }),
});
const some = (part: keyof typeof teaParts, quantity: number) => ({
  componentId: teaParts[part].id,
  quantity,
});
const inspect = (condition: string, notes = ""): KitUnitCommand => ({
  type: "inspect",
  ...inspectInput.parse({ kitInstanceId: first.id, condition, notes }),
});
const quarantine: KitUnitCommand = {
  type: "quarantine",
  ...quarantineInput.parse({ kitInstanceId: first.id, reason: "The burner leaks." }),
};
const match: KitUnitCommand = {
  type: "matchTemplate",
  ...matchTemplateInput.parse({ kitInstanceId: first.id }),
};
const movementsOf = ({ facts }: ReturnType<typeof act>) =>
  facts.flatMap((fact) => (fact.type === "KIT_COMPONENTS_MOVED" ? fact.payload.movements : []));
const statusOf = (state: Kits) => unitStatus(unitOf(state, first.id), missingIn(state, first));

describe("parts", () => {
  test("that a kit lacks are topped up from the spares, as far as they reach", () => {
    const given = kitsOf({ stock: [...stockOf(first, { thermos: 4 }), looseStock("thermos", "spares", 3)] });
    expect(statusOf(given)).toBe("incomplete");
    const done = act(given, move("topped_up", [some("thermos", 2)]));
    expect(done.facts).toMatchObject([
      {
        type: "KIT_COMPONENTS_MOVED",
        payload: {
          kitInstanceId: first.id,
          kind: "topped_up",
          movedBy: admin.id,
          kitTemplateId: first.kitTemplateId,
        },
      },
    ]);
    expect(movementsOf(done)).toEqual([
      { componentId: thermos.id, quantity: 2, from: "spares", to: "kit", toKitInstanceId: first.id },
    ]);
    expect(statusOf(done.state)).toBe("available");
    expect(quantityAt(done.state, thermos.id, "spares")).toBe(1);
    const tooMany = act(given, move("topped_up", [some("thermos", 4)]));
    expect(verdictOf(tooMany)).toBe("not_enough");
    expect(tooMany.refusal?.message).toBe("The spares hold 3 × Thermos. Enter no more than that.");
  });

  test("are borrowed from another kit, and only what was borrowed is given back", () => {
    const given = kitsOf({
      units: [first, second],
      stock: [...stockOf(first, { burner: 0 }), ...stockOf(second)],
    });
    const between = { otherKitInstanceId: second.id };
    const borrowed = act(given, move("borrowed", [some("burner", 1)], between));
    expect(movementsOf(borrowed)).toEqual([
      {
        componentId: burner.id,
        quantity: 1,
        from: "kit",
        fromKitInstanceId: second.id,
        to: "kit",
        toKitInstanceId: first.id,
      },
    ]);
    const back = move("given_back", [some("burner", 1)], between);
    const loan = [{ componentId: burner.id, quantity: 1 }];
    expect(act(borrowed.state, back, loan).state.stock).toEqual(expect.arrayContaining([...given.stock]));
    expect(verdictOf(act(borrowed.state, back))).toBe("not_borrowed");
    expect(verdictOf(act(given, move("borrowed", [some("burner", 1)])))).toBe("INVALID");
    expect(
      verdictOf(act(given, move("borrowed", [some("burner", 1)], { otherKitInstanceId: first.id }))),
    ).toBe("same_kit");
    const cart = { ...second, kitTemplateId: testId(5, 2) };
    expect(
      verdictOf(act({ ...given, units: [first, cart] }, move("borrowed", [some("burner", 1)], between))),
    ).toBe("other_template");
  });

  test("that were lost are found again, no more than were ever lost", () => {
    const given = kitsOf({ stock: [...stockOf(first, { thermos: 5 }), looseStock("thermos", "lost", 1)] });
    expect(statusOf(act(given, move("found", [some("thermos", 1)])).state)).toBe("available");
    const tooMany = act(given, move("found", [some("thermos", 2)]));
    expect(tooMany.refusal?.message).toBe("Lost so far: 1 × Thermos. Enter no more than that.");
  });

  test("are counted: too few are lost, too many were lost before or are new to us, and it is said why", () => {
    const given = kitsOf({ stock: [...stockOf(first), looseStock("thermos", "lost", 1)] });
    const why = { reason: "Counted by two." };
    const fewer = act(given, move("counted", [some("thermos", 4), some("burner", 1)], why));
    expect(movementsOf(fewer)).toEqual([
      { componentId: thermos.id, quantity: 2, from: "kit", fromKitInstanceId: first.id, to: "lost" },
    ]);
    const more = act(given, move("counted", [some("thermos", 9)], why));
    expect(movementsOf(more).map(({ quantity, from }) => [quantity, from])).toEqual([
      [1, "lost"],
      [2, "outside"],
    ]);
    expect(quantityAt(more.state, thermos.id, { kitInstanceId: first.id })).toBe(9);
    expect(act(given, move("counted", [some("thermos", 6)], why)).facts).toEqual([]);
    expect(verdictOf(act(given, move("counted", [some("thermos", 4)])))).toBe("INVALID");
  });

  test("are written off with a reason, from a kit or from the spares", () => {
    const given = kitsOf({ stock: [...stockOf(first), looseStock("cups", "spares", 50)] });
    expect(verdictOf(act(given, move("written_off", [some("thermos", 1)])))).toBe("INVALID");
    const broken = act(given, move("written_off", [some("thermos", 1)], { reason: "Broken." }));
    expect(movementsOf(broken)).toMatchObject([{ from: "kit", to: "written_off", quantity: 1 }]);
    const spoiled = act(
      given,
      move("written_off", [some("cups", 50)], { kitInstanceId: undefined, reason: "Wet." }),
    );
    expect(spoiled.facts).toMatchObject([{ payload: { movements: [{ from: "spares", quantity: 50 }] } }]);
    expect(spoiled.facts[0]).not.toHaveProperty("payload.kitInstanceId");
  });

  test.each(["topped_up", "put_away"])("%s names a kit", (kind) => {
    expect(verdictOf(act(kitsOf(), move(kind, [some("cups", 1)], { kitInstanceId: undefined })))).toBe(
      "INVALID",
    );
  });

  test("of a kit that is out stay as they are, and a retired one gets none", () => {
    const take = move("put_away", [some("thermos", 1)]);
    expect(verdictOf(act(kitsOf({ units: [out] }), take))).toBe("kit_out");
    expect(verdictOf(act(kitsOf({ units: [retired] }), take))).toBe("allowed");
    expect(verdictOf(act(kitsOf({ units: [retired] }), move("acquired", [some("thermos", 1)])))).toBe(
      "kit_retired",
    );
  });
});

describe("a template that was changed", () => {
  const less = { ...cups, quantity: 150 };
  const gone = { ...burner, removedAt: now };
  const components = [{ ...thermos, quantity: 8 }, gone, less];

  test("is followed by a kit on demand: from the spares what it lacks, to the spares what is too much", () => {
    const given = kitsOf({ components, stock: [...stockOf(first), looseStock("thermos", "spares", 1)] });
    const done = act(given, match);
    expect(done.facts.map(({ payload }) => "kind" in payload && payload.kind)).toEqual([
      "topped_up",
      "put_away",
    ]);
    expect(movementsOf(done).map(({ componentId, quantity, to }) => [componentId, quantity, to])).toEqual([
      [thermos.id, 1, "kit"],
      [burner.id, 1, "spares"],
      [cups.id, 50, "spares"],
    ]);
    expect(missingIn(done.state, first)).toEqual([{ componentId: thermos.id, quantity: 1 }]);
    expect(verdictOf(act(done.state, match))).toBe("no_spares");
  });

  test("leaves a whole kit, one that is out and a retired one as they are", () => {
    expect(act(kitsOf(), match)).toMatchObject({ facts: [], refusal: null });
    expect(verdictOf(act(kitsOf({ components, units: [out] }), match))).toBe("kit_out");
    expect(verdictOf(act(kitsOf({ components, units: [retired] }), match))).toBe("kit_retired");
  });
});

describe("a kit", () => {
  const waiting: Unit = {
    ...first,
    condition: "damaged",
    awaitingInspectionSince: now,
    quarantine: { at: now, reason: "The burner leaks." },
  };

  test("is free again after its inspection, in the condition that was found", () => {
    const { facts, state } = act(kitsOf({ units: [waiting] }), inspect("fair", "A dent."));
    expect(facts).toMatchObject([
      { type: "KIT_INSPECTED", payload: { condition: "fair", notes: "A dent." } },
    ]);
    expect(state.units[0]).toMatchObject({
      condition: "fair",
      awaitingInspectionSince: null,
      quarantine: null,
      version: 2,
    });
    expect(statusOf(state)).toBe("available");
  });

  test("that is found damaged stays out of use until it is mended", () => {
    const { facts, state } = act(kitsOf({ units: [waiting] }), inspect("damaged"));
    expect(facts.map(({ type }) => type)).toEqual(["KIT_INSPECTED", "KIT_QUARANTINED"]);
    expect(statusOf(state)).toBe("quarantined");
  });

  test("is put in quarantine once, by the warehouse or by what follows from a fact", () => {
    const { state } = act(kitsOf(), quarantine, [], system);
    expect(state.units[0]?.quarantine).toEqual({ at: now, reason: "The burner leaks." });
    expect(act(state, quarantine).facts).toEqual([]);
    expect(verdictOf(act(kitsOf({ units: [out] }), quarantine))).toBe("allowed");
    expect(verdictOf(act(kitsOf({ units: [retired] }), quarantine))).toBe("kit_retired");
  });

  test("that is out is inspected when it is back", () => {
    expect(verdictOf(act(kitsOf({ units: [out] }), inspect("good")))).toBe("kit_out");
  });

  test.each([
    ["a manager", manager],
    ["an agent", agent],
    ["what follows by itself", system],
  ])("is not %s's to inspect or to fill", (_, actor) => {
    expect(verdictOf(act(kitsOf(), inspect("good"), [], actor))).toBe("FORBIDDEN");
    expect(verdictOf(act(kitsOf(), move("acquired", [some("cups", 1)]), [], actor))).toBe("FORBIDDEN");
  });
});

describe("a place that is counted", () => {
  const elsewhere = unitIn(3, { home: "Shelf 5" });
  const lost = { ...second, notSeenSince: "2026-11-01T12:00:00.000Z" };
  const take = (more: object): TakeStockCommand => ({
    type: "takeStock",
    ...takeStockInput.parse({ place: "Shelf 4", kitInstanceIds: [], ...more }),
  });
  const count = (state: Kits, command: TakeStockCommand) =>
    when<TakeStockCommand, Kits, undefined>(
      { policy: kitUnitPolicy, decide: decideStockTake, evolve: evolveUnits, recordName: "kit" },
      { state, outside: undefined, context: contextOf(admin, now) },
      command,
    );

  test("says which kits are there, which are missing and which belong elsewhere", () => {
    const given = kitsOf({ units: [first, lost, elsewhere] });
    const { facts, state } = count(given, take({ kitInstanceIds: [second.id, elsewhere.id] }));
    expect(facts).toMatchObject([
      {
        type: "KIT_STOCK_TAKEN",
        payload: {
          place: "Shelf 4",
          kitsSeen: [second.id],
          kitsMissing: [first.id],
          kitsMisplaced: [elsewhere.id],
        },
      },
    ]);
    expect(state.units.map(({ notSeenSince, version }) => [notSeenSince, version])).toEqual([
      [now, 2],
      [null, 2],
      [null, 1],
    ]);
    // Missing since the first time that it was not there.
    const again = count(state, take({ kitInstanceIds: [second.id] }));
    expect(again.state.units[0]).toMatchObject({ notSeenSince: now, version: 2 });
  });

  test("expects nothing that is out, and is surprised to see it", () => {
    const given = kitsOf({ units: [out, second] });
    const { facts } = count(given, take({ kitInstanceIds: [out.id, second.id] }));
    expect(facts).toMatchObject([
      { payload: { kitsSeen: [second.id], kitsMissing: [], kitsMisplaced: [out.id] } },
    ]);
  });

  test("corrects the spares to what was counted", () => {
    const given = kitsOf({ stock: [looseStock("cups", "spares", 500)] });
    const { facts } = count(given, take({ kitInstanceIds: [first.id], spares: [some("cups", 480)] }));
    expect(facts.slice(1)).toMatchObject([
      {
        type: "KIT_COMPONENTS_MOVED",
        payload: { kind: "counted", movements: [{ quantity: 20, from: "spares", to: "lost" }] },
      },
    ]);
  });

  test("has something to count", () => {
    expect(verdictOf(count(kitsOf(), take({ place: "Shelf 9" })))).toBe("INVALID");
  });
});

test.each([
  ["a negative count", { parts: [{ componentId: thermos.id, quantity: -1 }] }],
  ["half a cup", { parts: [{ componentId: cups.id, quantity: 0.5 }] }],
  ["a part twice", { parts: [some("cups", 1), some("cups", 2)] }],
  ["no part", { parts: [] }],
  ["an unknown kind", { kind: "eaten", parts: [some("cups", 1)] }],
])("%s is refused", (_, change) => {
  const whole = { kind: "counted", kitInstanceId: first.id, parts: [some("cups", 1)], reason: "Counted." };
  expect(moveComponentsInput.safeParse(whole).success).toBe(true);
  expect(moveComponentsInput.safeParse({ ...whole, ...change }).success).toBe(false);
});
