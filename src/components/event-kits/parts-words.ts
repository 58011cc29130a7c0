import type { KitWays } from "./ways-dialog";

/** "2 × Thermos, 1 × Burner". */
export function partsInWords(lines: KitWays["lenders"][number]["lines"]): string {
  return lines.map(({ quantity, name }) => `${quantity} × ${name}`).join(", ");
}

/** What is there of what is missing: "2 of 3 × Thermos, no Burner". */
export function spareWords(spares: KitWays["spares"]): string {
  return spares
    .map(({ name, quantity, available }) =>
      available === 0
        ? `no ${name}`
        : available >= quantity
          ? `${quantity} × ${name}`
          : `${available} of ${quantity} × ${name}`,
    )
    .join(", ");
}
