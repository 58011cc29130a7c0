import fc from "fast-check";
import { expect, test } from "vitest";
import {
  prepareInput,
  checkOutKitInput,
  handOverInput,
  returnKitInput,
  swapKitInput,
} from "@/modules/kits/inputs/custody";
import type { Fact } from "@/domain-events/catalog/fact";
import { quantityAt, type StockLine } from "@/modules/kits/kits";
import { admin, agent, manager } from "@/testing/builders/actors";
import {
  contentsOf,
  custodyOf,
  handed,
  handedUnit,
  kitNeed,
  kittedEvent,
  loose,
  partNames,
} from "@/testing/builders/kit-custody";
import { contextOf, when } from "@/testing/given-when-then";
import { addMinutes } from "@/values/venue-time";
import type { CustodyCommand } from "./commands";
import type { KitCustody } from "./custody";
import { decideCustody } from "./decide";
import { evolveCustody } from "./evolve";
import { custodyPolicy } from "./policy";

/** Random packing, handing out, handing over, swapping and returning of three kits for three needs of one event. */

const rules = { policy: custodyPolicy, decide: decideCustody, evolve: evolveCustody, recordName: "kit" };
const units = [handedUnit(1), handedUnit(2), handedUnit(3)];
const needs = [1, 2, 3].map((index) =>
  kitNeed(index, { kitInstanceId: index < 3 ? handedUnit(index).id : null }),
);
const start: KitCustody = custodyOf({
  units,
  assignments: needs,
  stock: [
    ...units.flatMap((unit) => contentsOf(unit)),
    loose("thermos", "spares", 3),
    loose("cups", "spares", 90),
  ],
});
const outside = { photos: [], followed: { isReported: false, photoUrls: [] } };

const counts = fc.record({
  thermos: fc.nat(8),
  burner: fc.nat(2),
  cups: fc.nat(300),
});
const need = fc.nat(needs.length - 1);
const step = fc.oneof(
  fc.record({ kind: fc.constant("prepare" as const), need, counts }),
  fc.record({ kind: fc.constant("checkOut" as const), need, toAgent: fc.boolean() }),
  fc.record({ kind: fc.constant("handOver" as const), need, other: fc.option(need, { nil: undefined }) }),
  fc.record({ kind: fc.constant("swap" as const), need, unit: fc.nat(units.length - 1) }),
  fc.record({
    kind: fc.constant("return" as const),
    need,
    counts: fc.option(counts, { nil: undefined }),
    isLast: fc.boolean(),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const idOf = (index: number) => needs[index]?.id ?? "";
const linesOf = (of: Readonly<Record<(typeof partNames)[number], number>>) =>
  partNames.map((name) => ({ componentId: handed[name].id, quantity: of[name] }));

function commandOf(one: Step): CustodyCommand {
  const kitAssignmentId = idOf(one.need);
  switch (one.kind) {
    case "prepare": {
      const input = { kitAssignmentId, lines: linesOf(one.counts), shortReason: "As it is." };
      return { type: "prepare", ...prepareInput.parse(input) };
    }
    case "checkOut": {
      const holderId = one.toAgent ? agent.id : manager.id;
      const input = { kitAssignmentId, holderId, expectedReturn: "2027-01-01T12:00:00Z" };
      return { type: "checkOut", ...checkOutKitInput.parse(input) };
    }
    case "handOver": {
      const further = one.other === undefined ? {} : { toKitAssignmentId: idOf(one.other) };
      const input = { kitAssignmentId, toPersonId: agent.id, condition: "good", ...further };
      return { type: "handOver", ...handOverInput.parse(input) };
    }
    case "swap": {
      const replacementInstanceId = units[one.unit]?.id;
      const input = { kitAssignmentId, replacementInstanceId, condition: "fair", reason: "It leaks." };
      return { type: "swap", ...swapKitInput.parse(input) };
    }
    case "return": {
      const lines = one.counts === undefined ? {} : { lines: linesOf(one.counts) };
      return { type: "return", ...returnKitInput.parse({ kitAssignmentId, isLast: one.isLast, ...lines }) };
    }
    default:
      return neverStep(one);
  }
}

function neverStep(one: never): never {
  throw new Error(`unknown step ${JSON.stringify(one)}`);
}

/** All there is of each part, wherever it is. */
function totals(stock: readonly StockLine[]): readonly number[] {
  return partNames.map((name) =>
    stock
      .filter(({ componentId }) => componentId === handed[name].id)
      .reduce((sum, { quantity }) => sum + quantity, 0),
  );
}

test("whatever happens, parts add up, nothing is below zero, and a kit is in one pair of hands", () => {
  let done = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 40 }), (steps) => {
      let state = start;
      let fromOutside = partNames.map(() => 0);
      let now = kittedEvent().startsAt;
      for (const one of steps) {
        now = addMinutes(now, 1);
        const result = when(rules, { state, outside, context: contextOf(admin, now) }, commandOf(one));
        for (const fact of result.facts) {
          if (fact.type !== "KIT_COMPONENTS_MOVED") continue;
          fromOutside = fromOutside.map((sum, index) => {
            const id = handed[partNames[index] ?? "thermos"].id;
            return fact.payload.movements
              .filter(({ componentId, from }) => componentId === id && from === "outside")
              .reduce((all, { quantity }) => all + quantity, sum);
          });
        }
        done += result.refusal === null ? 1 : 0;
        state = result.state;
        expectWhole(state, fromOutside);
        expectAsCounted(state, result.facts);
      }
    }),
    { numRuns: 60, seed: 20261129 },
  );
  // Most random wishes are refused; enough of them have to go through for this to say anything.
  expect(done).toBeGreaterThan(150);
});

/** A kit that was packed holds what was counted into it, wherever that came from. */
function expectAsCounted(state: KitCustody, facts: readonly Fact[]): void {
  for (const { type, payload } of facts) {
    if (type !== "KIT_PREPARED") continue;
    for (const { id, quantity } of payload.components) {
      expect(quantityAt(state, id, { kitInstanceId: payload.kitInstanceId })).toBe(quantity);
    }
  }
}

function expectWhole(state: KitCustody, fromOutside: readonly number[]): void {
  const before = totals(start.stock);
  expect(totals(state.stock)).toEqual(before.map((sum, index) => sum + (fromOutside[index] ?? 0)));
  expect(state.stock.filter(({ quantity }) => quantity < 0)).toEqual([]);
  for (const unit of state.units) {
    const out = state.assignments.filter(
      ({ kitInstanceId, status }) =>
        kitInstanceId === unit.id && (status === "checked_out" || status === "partly_returned"),
    );
    expect(out.length).toBe(unit.custody.holderId === null ? 0 : 1);
    expect(unit.custody.kitAssignmentId).toBe(out[0]?.id ?? null);
  }
}
