import type { PayloadOf } from "@/domain-events/catalog/catalog";
import type { StockLine } from "./kits";

/** What `KIT_COMPONENTS_MOVED` says: how many of a part went from where to where. */
export type Movement = PayloadOf<"KIT_COMPONENTS_MOVED">["movements"][number];

/** By how much each place that the movements touch changes, what leaves for `outside` or comes from there but once. */
export function stockChanges(movements: readonly Movement[]): readonly StockLine[] {
  const changes = new Map<string, StockLine>();
  const add = (componentId: string, place: Movement["from"], kitInstanceId: string | null, by: number) => {
    if (place === "outside") return;
    const key = keyOf({ componentId, place, kitInstanceId });
    const quantity = (changes.get(key)?.quantity ?? 0) + by;
    changes.set(key, { componentId, place, kitInstanceId, quantity });
  };
  for (const { componentId, quantity, from, fromKitInstanceId, to, toKitInstanceId } of movements) {
    add(componentId, from, fromKitInstanceId ?? null, -quantity);
    add(componentId, to, toKitInstanceId ?? null, quantity);
  }
  return [...changes.values()].filter(({ quantity }) => quantity !== 0);
}

/** The stock after these movements. */
export function withMovements(
  stock: readonly StockLine[],
  movements: readonly Movement[],
): readonly StockLine[] {
  const lines = new Map(stock.map((line) => [keyOf(line), line]));
  for (const change of stockChanges(movements)) {
    const quantity = (lines.get(keyOf(change))?.quantity ?? 0) + change.quantity;
    lines.set(keyOf(change), { ...change, quantity });
  }
  return [...lines.values()];
}

function keyOf({ componentId, place, kitInstanceId }: Omit<StockLine, "quantity">): string {
  return `${componentId} ${place} ${kitInstanceId ?? ""}`;
}
