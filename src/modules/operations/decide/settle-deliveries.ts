import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { conflict, ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { DeliveryCommand } from "@/modules/operations/commands";
import type { DeliveriesState, HeldDelivery } from "@/modules/operations/deliveries";
import type { DeliveryFilter } from "@/modules/operations/inputs";

/** Retry and skip: of one delivery, or of what a filter found. Nothing found is nothing left to do. */
export function decideDeliveries(
  command: DeliveryCommand,
  state: DeliveriesState,
  _outside: undefined,
  context: DecisionContext,
): readonly Fact[] {
  if (command.filter === undefined) refuseWhatIsNotOpen(state);
  return command.type === "retry" ? retried(command, state, context) : skipped(command, state, context);
}

function refuseWhatIsNotOpen({ held, isBusy, ended }: DeliveriesState): void {
  if (isBusy) throw conflict("This delivery is being run or changed right now. Look again in a moment.");
  if (held.length > 0) return;
  if (ended === null) throw ruleViolated("not_owed", "This handler was never owed this log entry.");
  throw ruleViolated("not_open", `This delivery is settled (${ended}). To run it again, replay it.`, {
    ended,
  });
}

function retried(
  { handler, factId, filter, reason }: Extract<DeliveryCommand, { readonly type: "retry" }>,
  state: DeliveriesState,
  context: DecisionContext,
): readonly Fact[] {
  const failed = retriable(state);
  if (failed.length === 0) return [];
  return [
    fact("LOG_DELIVERIES_RETRIED", {
      handler,
      factId,
      filter: filter && filterWords(filter),
      count: failed.length,
      reason,
      retriedBy: actorId(context.actor),
      retriedAt: context.now,
    }),
  ];
}

/** One that is due already has nothing to be retried. */
export function retriable({ held }: DeliveriesState): readonly HeldDelivery[] {
  return held.filter((one) => one.hasFailed);
}

function skipped(
  { handler, reason }: Extract<DeliveryCommand, { readonly type: "skip" }>,
  { held }: DeliveriesState,
  context: DecisionContext,
): readonly Fact[] {
  return held.map(({ factId }) =>
    fact("LOG_DELIVERY_SKIPPED", {
      handler,
      factId,
      reason,
      skippedBy: actorId(context.actor),
      skippedAt: context.now,
    }),
  );
}

/** `state=parked type=BOOKING_APPROVED`, as the fact tells it. */
export function filterWords(filter: DeliveryFilter): string {
  return Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");
}
