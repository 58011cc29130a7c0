import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { EventLife, PreparationTask } from "@/modules/event-instances/life/event-life";
import { canMove } from "@/modules/event-instances/life/moves";
import type { LifeOutside } from "@/modules/event-instances/life/outside";
import {
  isReady,
  missing,
  type ReadinessItem,
  type ReadinessPart,
  readinessItems,
} from "@/modules/event-instances/life/readiness";
import { tickedBy } from "@/modules/event-instances/life/tasks";

/**
 * Compares what the event is with what its facts say: ticks and reopens the tasks that tick themselves, and says
 * when it became ready or lost it (rule 46). Nothing to say makes no fact, so it may run as often as it likes.
 */
export function decideReadiness(
  event: EventLife,
  { needs }: Pick<LifeOutside, "needs">,
  context: DecisionContext,
): readonly Fact[] {
  if (!canMove("deriveReadiness", event.status)) return [];
  const items = readinessItems(event, needs);
  return [
    ...event.tasks.flatMap((task) => settledTask(event, task, items, context)),
    ...verdict(event, items, context),
  ];
}

function settledTask(
  event: EventLife,
  task: PreparationTask,
  items: readonly ReadinessItem[],
  { actor, now }: DecisionContext,
): readonly Fact[] {
  const item = items.find(({ part }) => part === tickedBy(task.kind));
  if (!item || item.isMet === (task.status === "done")) return [];
  const of = {
    eventId: event.id,
    bookingId: event.bookingId,
    taskId: task.id,
    evidence: item.evidence?.factId,
  };
  const by = actorId(actor);
  return [
    item.isMet
      ? fact("EVENT_PREPARATION_TASK_COMPLETED", { ...of, completedBy: by, completedAt: now })
      : fact("EVENT_PREPARATION_TASK_REOPENED", { ...of, reopenedBy: by, reopenedAt: now }),
  ];
}

function verdict(
  event: EventLife,
  items: readonly ReadinessItem[],
  { actor, now }: DecisionContext,
): readonly Fact[] {
  const of = { eventId: event.id, bookingId: event.bookingId };
  const by = actorId(actor);
  const ready = isReady(items);
  const isMet = (part: ReadinessPart) => items.some((item) => item.part === part && item.isMet);
  if (event.status === "preparing" && ready) {
    const flags = {
      staffAssigned: isMet("staff"),
      kitsAssigned: isMet("kits"),
      logisticsConfirmed: isMet("logistics"),
      venueConfirmed: isMet("venue"),
    };
    return [fact("EVENT_READY", { ...of, readyBy: by, readyAt: now, ...flags })];
  }
  if (event.status === "ready" && !ready) {
    return [fact("EVENT_READINESS_LOST", { ...of, lostBy: by, lostAt: now, reasons: [...missing(items)] })];
  }
  return [];
}
