import type { DecisionContext } from "@/commands/decider";
import type { Fact } from "@/domain-events/catalog/fact";
import { toIsoInstant } from "@/values/venue-time";
import type { EventLifeCommand } from "./commands";
import { followUpsOf } from "./decide/run";
import type { EventLife, PreparationTask } from "./event-life";
import { evolveIssues } from "./evolve-issues";
import type { LifeOutside } from "./outside";
import { movedAsPlanned, planReschedule } from "./plan-reschedule";
import { openTask, plannedTasks } from "./tasks";

interface Origin {
  readonly command: EventLifeCommand;
  readonly outside: LifeOutside;
  readonly context: DecisionContext;
}

/** The event after one fact of its own; facts of other subjects leave it as it is. */
export function evolveLife(event: EventLife, fact: Fact, origin: Origin): EventLife {
  switch (fact.type) {
    case "EVENT_ASSIGNED_TO_MANAGER":
      return changed(event, {
        managerId: fact.payload.managerId,
        status: event.status === "scheduled" ? "assigned" : event.status,
        tasks: handedOver(event, fact.payload.managerId),
      });
    case "EVENT_PREPARATION_STARTED":
      return changed(event, { status: "preparing", tasks: plannedTasks(event, origin.outside) });
    case "EVENT_PREPARATION_TASK_ADDED":
      return { ...event, tasks: [...event.tasks, addedTask(fact.payload)] };
    case "EVENT_PREPARATION_TASK_COMPLETED": {
      const { taskId, completedBy, completedAt, evidence } = fact.payload;
      return withTask(event, taskId, {
        status: "done",
        doneBy: completedBy,
        doneAt: completedAt,
        evidence: evidence ?? null,
      });
    }
    case "EVENT_PREPARATION_TASK_REOPENED":
      return withTask(event, fact.payload.taskId, openTask(fact.payload.taskId));
    case "EVENT_READY":
      return changed(event, { status: "ready", readinessLost: null });
    case "EVENT_READINESS_LOST": {
      const { lostAt, reasons } = fact.payload;
      return changed(event, { status: "preparing", readinessLost: { at: lostAt, reasons } });
    }
    case "EVENT_STARTED":
      return changed(event, { status: "in_progress", actualStart: fact.payload.startedAt });
    case "EVENT_COMPLETED":
      return changed(event, {
        status: "completed",
        actualStart: fact.payload.actualStartTime,
        actualEnd: fact.payload.actualEndTime,
        outcome: fact.payload.outcomes,
        followUps: followUpsOf(event, fact.payload.outcomes.metrics, origin.outside.kitsOut),
      });
    case "EVENT_CANCELLED":
      return changed(event, {
        status: "cancelled",
        holdReason: null,
        cancelledReason: fact.payload.reason,
      });
    case "EVENT_RESCHEDULED":
      return rescheduled(event, origin);
    case "EVENT_ISSUE_ACKNOWLEDGED":
    case "EVENT_ISSUE_RESOLVED":
    case "EVENT_ISSUE_ESCALATED":
    case "EVENT_ISSUE_MERGED":
      return { ...event, issues: evolveIssues(event.issues, fact) };
    default:
      return event;
  }
}

/** Ticks and issues are rows of their own; what decisions rest on raises the version. */
function changed(event: EventLife, to: Partial<EventLife>): EventLife {
  return { ...event, ...to, version: event.version + 1 };
}

/** What its manager had yet to do is the new one's; they may not open the event any more. */
function handedOver({ tasks, managerId }: EventLife, to: string): readonly PreparationTask[] {
  return tasks.map((task) =>
    task.status === "open" && task.assignedTo !== null && task.assignedTo === managerId
      ? { ...task, assignedTo: to }
      : task,
  );
}

function withTask(event: EventLife, taskId: string, to: Partial<PreparationTask>): EventLife {
  return { ...event, tasks: event.tasks.map((task) => (task.id === taskId ? { ...task, ...to } : task)) };
}

function addedTask(payload: {
  readonly taskId: string;
  readonly kind: "logistics" | "other";
  readonly description: string;
  readonly assignedTo?: string;
  readonly dueDate: string;
}): PreparationTask {
  const { taskId, kind, description, assignedTo, dueDate } = payload;
  return {
    ...openTask(taskId),
    kind,
    description,
    assignedTo: assignedTo ?? null,
    dueAt: toIsoInstant(dueDate),
    minutesBefore: null,
  };
}

/** The plan that `decide` looked at, made from the same arguments. */
function rescheduled(event: EventLife, { command, outside, context }: Origin): EventLife {
  if (command.type !== "reschedule") throw new Error("events are moved by their own command only");
  return movedAsPlanned(event, planReschedule(event, outside, command.newDate, context.now));
}
