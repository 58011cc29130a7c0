import type { Actor } from "@/commands/actor";
import type { PolicyAnswer } from "@/commands/decider";

/** The log is the admins' to steer (security.md §3); `operator` is whoever runs a script on the server itself. */
export function operationsPolicy(
  actor: Actor,
  _command: { readonly type: string },
  state: { readonly isKnown: boolean },
): PolicyAnswer {
  const isAllowed = actor.kind === "system" ? actor.handler === "operator" : actor.role === "admin";
  if (!isAllowed) return "deny";
  return state.isKnown ? "allow" : "not-found";
}

/** What may be done to a delivery now; sent with it, so that no screen has to guess. */
export interface DeliveryAbilities {
  readonly retry: boolean;
  readonly skip: boolean;
}

/** Waiting, retrying or parked deliveries can be skipped; only those that failed have anything to retry. */
export function deliveryAbilities(delivery: {
  readonly isOpen: boolean;
  readonly isLeased: boolean;
  readonly hasFailed: boolean;
}): DeliveryAbilities {
  const isStill = delivery.isOpen && !delivery.isLeased;
  return { retry: isStill && delivery.hasFailed, skip: isStill };
}
