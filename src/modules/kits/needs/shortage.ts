import {
  type Component,
  type KitAssignment,
  type Missing,
  missingIn,
  quantityAt,
  unitOf,
} from "@/modules/kits/kits";
import { eventCode, isAhead, isOut, type NeedGrounds, type Use } from "./shapes";

export interface Shortage {
  readonly missing: readonly Missing[];
  /** A sentence for people. */
  readonly cause: string;
  /** The kit itself cannot be had; less than all of it is no way out. */
  readonly isWhole: boolean;
}

/** A kit that will do without being packed anew. */
type Need = Pick<
  KitAssignment,
  | "id"
  | "eventId"
  | "kitTemplateId"
  | "kitInstanceId"
  | "status"
  | "windowStart"
  | "prepared"
  | "acceptedShort"
>;

/**
 * Why the kit that is bound to a need does not do, or not in full; null where it does, where none is bound yet, and
 * from the check-out on. Computed whenever it is asked for, never stored (domain.md rules 37, 38 and 41).
 */
export function shortageOf(need: Need, grounds: NeedGrounds): Shortage | null {
  const { kitInstanceId } = need;
  if (kitInstanceId === null || !isAhead(need)) return null;
  const unit = unitOf(grounds.state, kitInstanceId);
  const whole = (cause: string): Shortage => ({ missing: allOf(need, grounds), cause, isWhole: true });
  if (unit.archivedAt !== null) return whole(`${unit.code} was retired.`);
  if (unit.quarantine !== null) return whole(`${unit.code} is in quarantine: ${unit.quarantine.reason}`);
  const away = stillOut(need, kitInstanceId, grounds, isNextUse(need, kitInstanceId, grounds));
  if (away !== null) return whole(`${unit.code} is still out at ${eventCode(away)}.`);
  const missing = missingIn(grounds.state, unit)
    .map((line) => ({ ...line, quantity: line.quantity - settledFor(line, need, grounds) }))
    .filter(({ quantity }) => quantity > 0);
  if (missing.length === 0) return null;
  return {
    missing,
    cause: `${unit.code} lacks ${inWords(missing, grounds.state.components)}.`,
    isWhole: false,
  };
}

function allOf({ kitTemplateId }: Need, { state }: NeedGrounds): readonly Missing[] {
  return state.components
    .filter((line) => line.kitTemplateId === kitTemplateId && line.removedAt === null)
    .map(({ id, quantity }) => ({ componentId: id, quantity }));
}

/** An overdue kit puts at risk whoever is next, not everybody after that (domain.md rule 37). */
function isNextUse(need: Need, kitInstanceId: string, { uses, now }: NeedGrounds): boolean {
  return !uses.some(
    (use) =>
      use.kitInstanceId === kitInstanceId &&
      use.kitAssignmentId !== need.id &&
      isAhead(use) &&
      use.windowEnd > now &&
      use.windowStart < need.windowStart,
  );
}

/** The use elsewhere that a kit is not expected back from in time; overdue ones too, where they count. */
export function stillOut(
  need: Pick<Need, "eventId" | "windowStart">,
  kitInstanceId: string,
  { uses, now }: Pick<NeedGrounds, "uses" | "now">,
  countsOverdue: boolean,
): Use | null {
  const isInTheWay = ({ expectedReturn }: Use) =>
    expectedReturn !== null && (expectedReturn > need.windowStart || (countsOverdue && expectedReturn < now));
  return (
    uses.find(
      (use) =>
        use.kitInstanceId === kitInstanceId && use.eventId !== need.eventId && isOut(use) && isInTheWay(use),
    ) ?? null
  );
}

/** What nobody has to find: accepted before, packed short for a reason, or filled up from the spares when packed. */
function settledFor({ componentId }: Missing, need: Need, { state }: NeedGrounds): number {
  const component = state.components.find(({ id }) => id === componentId);
  const accepted =
    need.acceptedShort?.missing.find((line) => line.componentId === componentId)?.quantity ?? 0;
  const packed = need.prepared?.lines.find((line) => line.componentId === componentId)?.quantity;
  const packedShort = packed === undefined || !component ? 0 : component.quantity - packed;
  const spares =
    component?.usage === "consumable" && need.prepared === null
      ? quantityAt(state, componentId, "spares")
      : 0;
  return Math.max(accepted, packedShort, spares, 0);
}

/** At most three lines by name, for a sentence. */
export function inWords(missing: readonly Missing[], components: readonly Component[]): string {
  const nameOf = (id: string) => components.find((one) => one.id === id)?.name ?? "a part";
  const named = missing
    .slice(0, 3)
    .map(({ componentId, quantity }) => `${quantity} × ${nameOf(componentId)}`);
  const rest = missing.length - named.length;
  return rest === 0 ? named.join(", ") : `${named.join(", ")} and ${rest} more`;
}
