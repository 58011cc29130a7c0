import { type Kits, type Missing, quantityAt } from "@/modules/kits/kits";
import type { Movement } from "@/modules/kits/movements";

/** How many of a part a kit really holds. */
export interface Counted {
  readonly componentId: string;
  readonly quantity: number;
}

/** What a count comes to, beside what the kit was known to hold. */
export interface Differences {
  /** Taken from the spares. */
  readonly packed: readonly Movement[];
  /** More than the spares had: what was lost is there again, or nobody knew of it. */
  readonly found: readonly Movement[];
  readonly missing: readonly Movement[];
}

/** Each part at most once in `counted`; parts that are not named stay as they are. */
export function differencesTo(
  state: Pick<Kits, "stock">,
  kitInstanceId: string,
  counted: readonly Counted[],
): Differences {
  const lines = counted.map(({ componentId, quantity }) => ({
    componentId,
    more: quantity - quantityAt(state, componentId, { kitInstanceId }),
  }));
  const packed = lines.flatMap(({ componentId, more }) =>
    moved({ componentId, from: "spares", to: "kit", toKitInstanceId: kitInstanceId }, [
      more,
      quantityAt(state, componentId, "spares"),
    ]),
  );
  const taken = new Map(packed.map(({ componentId, quantity }) => [componentId, quantity]));
  return {
    packed,
    found: lines.flatMap(({ componentId, more }) =>
      foundMovements(state, { componentId, quantity: more - (taken.get(componentId) ?? 0) }, kitInstanceId, [
        "lost",
      ]),
    ),
    missing: lines.flatMap(({ componentId, more }) =>
      moved({ componentId, from: "kit", fromKitInstanceId: kitInstanceId, to: "lost" }, [-more]),
    ),
  };
}

/** Parts that are in a kit and were not known to be: from these places as far as they go, the rest from outside. */
export function foundMovements(
  state: Pick<Kits, "stock">,
  { componentId, quantity }: Missing,
  kitInstanceId: string,
  places: readonly ("lost" | "used")[],
): readonly Movement[] {
  const into = { componentId, to: "kit", toKitInstanceId: kitInstanceId } as const;
  let left = quantity;
  const known = places.flatMap((from) => {
    const movements = moved({ ...into, from }, [left, quantityAt(state, componentId, from)]);
    left -= movements[0]?.quantity ?? 0;
    return movements;
  });
  return [...known, ...moved({ ...into, from: "outside" }, [left])];
}

/** One movement of the least of these quantities; none when that is nothing. */
function moved(
  move: Omit<Movement, "quantity">,
  quantities: readonly [number, ...number[]],
): readonly Movement[] {
  const quantity = Math.min(...quantities);
  return quantity > 0 ? [{ ...move, quantity }] : [];
}

/** What a return ends with: parts that are gone for good, used up, or more than went out (domain.md rule 40). */
export function settledReturn(
  state: Pick<Kits, "stock" | "components">,
  kitInstanceId: string,
  outstanding: readonly Missing[],
): {
  readonly used: readonly Movement[];
  readonly missing: readonly Movement[];
  readonly found: readonly Movement[];
} {
  const isUsedUp = (componentId: string) =>
    state.components.find(({ id }) => id === componentId)?.usage === "consumable";
  const gone = (to: "used" | "lost") =>
    outstanding
      .filter(({ componentId }) => isUsedUp(componentId) === (to === "used"))
      .flatMap(({ componentId, quantity }) =>
        moved({ componentId, from: "kit", fromKitInstanceId: kitInstanceId, to }, [
          quantity,
          quantityAt(state, componentId, { kitInstanceId }),
        ]),
      );
  return {
    used: gone("used"),
    missing: gone("lost"),
    found: outstanding.flatMap(({ componentId, quantity }) =>
      foundMovements(
        state,
        { componentId, quantity: -quantity },
        kitInstanceId,
        isUsedUp(componentId) ? ["used", "lost"] : ["lost", "used"],
      ),
    ),
  };
}

/** How many of each part are still out: what was packed without what came back; below zero for what is too many. */
export function outstandingOf(packed: readonly Missing[], returned: readonly Missing[]): readonly Missing[] {
  const back = new Map<string, number>();
  for (const { componentId, quantity } of returned)
    back.set(componentId, (back.get(componentId) ?? 0) + quantity);
  const names = [...new Set([...packed, ...returned].map(({ componentId }) => componentId))];
  return names.map((componentId) => ({
    componentId,
    quantity:
      (packed.find((line) => line.componentId === componentId)?.quantity ?? 0) - (back.get(componentId) ?? 0),
  }));
}
