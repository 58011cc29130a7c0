import type { Component, Missing, PackedLine } from "@/modules/kits/kits";

/** One part of a kit in somebody's hands. */
export interface KitLine {
  readonly componentId: string;
  readonly name: string;
  readonly usage: Component["usage"];
  readonly critical: boolean;
  /** What the template asks for; 0 for a part that was taken out of it. */
  readonly asked: number;
  /** What the kit is known to hold. */
  readonly held: number;
  /** What was packed, and how it was; null before that. */
  readonly packed: { readonly quantity: number; readonly condition: PackedLine["condition"] } | null;
  /** What came back so far. */
  readonly returned: number;
}

interface Part extends Pick<Component, "id" | "name" | "quantity" | "usage" | "critical"> {
  readonly isRemoved: boolean;
  readonly held: number;
}

/** In the order of the template; a part that was taken out of it as long as the kit holds it, or it went along. */
export function linesOf(
  parts: readonly Part[],
  packed: readonly PackedLine[] | null,
  returned: readonly Missing[],
): readonly KitLine[] {
  return parts
    .map((part) => {
      const line = packed?.find(({ componentId }) => componentId === part.id);
      return {
        componentId: part.id,
        name: part.name,
        usage: part.usage,
        critical: part.critical,
        asked: part.isRemoved ? 0 : part.quantity,
        held: part.held,
        packed: line === undefined ? null : { quantity: line.quantity, condition: line.condition },
        returned: returned.find(({ componentId }) => componentId === part.id)?.quantity ?? 0,
      };
    })
    .filter(
      ({ asked, held, packed: line, returned: back }) => asked > 0 || held > 0 || line !== null || back > 0,
    );
}
