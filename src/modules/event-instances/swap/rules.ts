import { type Actor, actorId } from "@/commands/actor";
import type { DecisionContext, PolicyAnswer } from "@/commands/decider";
import type { Fact } from "@/domain-events/catalog/fact";
import type * as z from "zod";
import type { swapSlotsInput } from "@/modules/event-instances/inputs/life";
import { rescheduledFact } from "@/modules/event-instances/life/decide/moved";
import { inState, sameVersion } from "@/modules/event-instances/life/guards";
import { movedAsPlanned } from "@/modules/event-instances/life/plan-reschedule";
import { eventLifePolicy } from "@/modules/event-instances/life/policy";
import { type EventPair, planSwap, type SwapOutside } from "./swap";

export type SwapCommand = { readonly type: "swapSlots" } & z.infer<typeof swapSlotsInput>;

/** Whoever may move one event may move the other. */
export function swapPolicy(actor: Actor, _: SwapCommand, { first, second }: EventPair): PolicyAnswer {
  const answer = eventLifePolicy(actor, { type: "reschedule" }, first);
  return answer === "allow" ? eventLifePolicy(actor, { type: "reschedule" }, second) : answer;
}

/** Both events move, or neither: two facts, each about its own event (decision 0019). */
export function decideSwap(
  command: SwapCommand,
  pair: EventPair,
  outside: SwapOutside,
  { actor, now }: DecisionContext,
): readonly Fact[] {
  const { first, second } = pair;
  inState(first, "reschedule");
  inState(second, "reschedule");
  sameVersion(first, command.version);
  sameVersion(second, command.otherVersion);
  const plan = planSwap(pair, outside, now);
  if (plan.refusal) throw plan.refusal;
  const by = { by: actorId(actor), now };
  return [rescheduledFact(first, plan.first, command, by), rescheduledFact(second, plan.second, command, by)];
}

/** The fact of the first event moves both, since each plan was made against the other's old start. */
export function evolveSwap(
  pair: EventPair,
  fact: Fact,
  { outside, context }: { readonly outside: SwapOutside; readonly context: DecisionContext },
): EventPair {
  if (fact.type !== "EVENT_RESCHEDULED" || fact.payload.eventId !== pair.first.id) return pair;
  const { first, second } = planSwap(pair, outside, context.now);
  return { first: movedAsPlanned(pair.first, first), second: movedAsPlanned(pair.second, second) };
}
