import type { Offer, Slot, Staffing } from "./staffing";
import { holderOf } from "./staffing";

/** Somebody who could be asked next, as the ranking found them; the best first. */
export interface NextInRank {
  readonly userId: string;
}

/** Whom the workflow asks next, or why it asks nobody. */
export type Succession =
  | { readonly kind: "ask"; readonly userId: string }
  /** Nobody is left: people have to look for somebody. */
  | { readonly kind: "nobody-left"; readonly asked: number }
  /** Nothing is to be done now. */
  | { readonly kind: "rest" };

const rest: Succession = { kind: "rest" };

/**
 * The order of succession for one slot: who waits on standby, first come first asked, then the ranking; everybody is
 * asked once. It rests while somebody still has an offer, once the slot is filled or closed, when it was switched off
 * and after its stop time. `now` is ISO 8601 UTC.
 */
export function successionOf(
  state: Staffing,
  slot: Slot,
  ranked: readonly NextInRank[],
  now: string,
): Succession {
  if (slot.status === "closed" || !slot.autoNext || slot.stopAt <= now) return rest;
  const event = state.events.find(({ id }) => id === slot.eventId);
  if (!event || event.status === "cancelled" || event.status === "completed") return rest;
  const own = state.assignments.filter(({ slotId }) => slotId === slot.id);
  if (holderOf(state, slot.id) || own.some(({ status }) => status === "offered")) return rest;
  const planned = own.find(({ status }) => status === "created");
  if (planned) return rest;
  const standby = state.standby.filter(({ slotId }) => slotId === slot.id);
  const waiting = [...standby].sort((one, other) => (one.since < other.since ? -1 : 1));
  const asked = new Set(own.map(({ userId }) => userId));
  const next = waiting[0] ?? ranked.find(({ userId }) => !asked.has(userId));
  return next ? { kind: "ask", userId: next.userId } : { kind: "nobody-left", asked: asked.size };
}

/** The pay of the offer before: whoever comes next is offered the same. */
export function lastTerms({ assignments }: Pick<Staffing, "assignments">, slotId: string): Offer | null {
  const offers = assignments.flatMap(({ slotId: of, offer }) => (of === slotId && offer ? [offer] : []));
  return offers.reduce<Offer | null>(
    (last, offer) => (last && last.offeredAt >= offer.offeredAt ? last : offer),
    null,
  );
}
