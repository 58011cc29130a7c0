import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { LifeCommandOf } from "@/modules/event-instances/life/commands";
import { type EventLife, eventCode, type Outcome } from "@/modules/event-instances/life/event-life";
import { inState, sameVersion } from "@/modules/event-instances/life/guards";
import type { LifeOutside } from "@/modules/event-instances/life/outside";
import { LISTED_MAX } from "./run";

/**
 * Restates the outcome of a completed event: late figures are a fact of their own, which leaves the first one in the
 * log as it was (rule 48). The same outcome again is nothing new.
 */
export function decideReviseOutcome(
  command: LifeCommandOf<"reviseOutcome">,
  event: EventLife,
  { crew }: Pick<LifeOutside, "crew">,
  context: DecisionContext,
): readonly Fact[] {
  inState(event, "reviseOutcome");
  if (event.outcome !== null && isSame(event.outcome, command.outcomes)) return [];
  sameVersion(event, command.version);
  return [
    fact(
      "EVENT_COMPLETED",
      {
        eventId: event.id,
        bookingId: event.bookingId,
        completedBy: actorId(context.actor),
        completedAt: context.now,
        actualStartTime: known(event, event.actualStart),
        actualEndTime: known(event, event.actualEnd),
        staffParticipated: crew.worked.slice(0, LISTED_MAX),
        outcomes: command.outcomes,
      },
      { corrected: true },
    ),
  ];
}

/** @throws for a completed event without its times, which its row does not allow */
function known(event: EventLife, time: string | null): string {
  if (time === null) throw new Error(`${eventCode(event)} is completed without its real times`);
  return time;
}

function isSame(one: Outcome, other: Outcome): boolean {
  return spelled(one) === spelled(other);
}

/** Figures are a set: their order tells nothing. */
function spelled({ metExpectations, metrics, notes }: Outcome): string {
  const figures = Object.entries(metrics).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([metExpectations, figures, notes]);
}
