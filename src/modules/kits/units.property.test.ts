import fc from "fast-check";
import { expect, test } from "vitest";
import { admin } from "@/testing/builders/actors";
import { now } from "@/testing/builders/bookings";
import { kitsOf, teaParts, unitIn } from "@/testing/builders/kits";
import { contextOf, when } from "@/testing/given-when-then";
import { decideUnit } from "./decide/units";
import { evolveUnits } from "./evolve/units";
import { moveKinds } from "./inputs";
import { moveComponentsInput } from "./inputs/units";
import type { Kits } from "./kits";
import { kitUnitPolicy } from "./policy/units";
import type { KitUnitCommand, KitUnitOutside } from "./units";

const units = [unitIn(1), unitIn(2)] as const;
const kit = fc.constantFrom(...units.map(({ id }) => id));
const rules = { policy: kitUnitPolicy, decide: decideUnit, evolve: evolveUnits, recordName: "kit" };

const wish: fc.Arbitrary<KitUnitCommand> = fc
  .record(
    {
      kind: fc.constantFrom(...moveKinds),
      kitInstanceId: kit,
      otherKitInstanceId: kit,
      reason: fc.constant("Counted by two."),
      parts: fc.uniqueArray(
        fc.record({
          componentId: fc.constantFrom(...Object.values(teaParts).map(({ id }) => id)),
          quantity: fc.nat(8),
        }),
        { selector: ({ componentId }) => componentId, minLength: 1 },
      ),
    },
    { requiredKeys: ["kind", "parts", "reason"] },
  )
  .map((input) => ({ type: "moveComponents", ...moveComponentsInput.parse(input) }));

const total = ({ stock }: Kits) => stock.reduce((sum, { quantity }) => sum + quantity, 0);

test("whatever is moved, every part is somewhere: what is here is what ever came from outside", () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
      let state = kitsOf({ units });
      let acquired = total(state);
      for (const command of wishes) {
        const borrowed = Object.values(teaParts).map(({ id }) => ({ componentId: id, quantity: 8 }));
        const outcome = when<KitUnitCommand, Kits, KitUnitOutside>(
          rules,
          { state, outside: { borrowed }, context: contextOf(admin, now) },
          command,
        );
        for (const { type, payload } of outcome.facts) {
          if (type !== "KIT_COMPONENTS_MOVED") continue;
          for (const { from, quantity } of payload.movements) acquired += from === "outside" ? quantity : 0;
        }
        state = outcome.state;
        expect(total(state)).toBe(acquired);
        expect(state.stock.every(({ quantity }) => quantity >= 0)).toBe(true);
      }
    }),
  );
});
