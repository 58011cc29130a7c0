import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { invalid, notFound, ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { LifeCommandOf } from "@/modules/event-instances/life/commands";
import type { EventLife, PreparationTask } from "@/modules/event-instances/life/event-life";
import { inState, sameVersion } from "@/modules/event-instances/life/guards";
import type { LifeOutside } from "@/modules/event-instances/life/outside";
import { plannedTasks, tickedBy } from "@/modules/event-instances/life/tasks";
import { instantAtVenue, toOffsetDateTime } from "@/values/venue-time";

/** Lays out the checklist from the template, due on the venue's clock before the start. */
export function decideStartPreparation(
  command: LifeCommandOf<"startPreparation">,
  event: EventLife,
  outside: LifeOutside,
  context: DecisionContext,
): readonly Fact[] {
  inState(event, "startPreparation");
  sameVersion(event, command.version);
  return [
    fact("EVENT_PREPARATION_STARTED", {
      eventId: event.id,
      bookingId: event.bookingId,
      startedBy: actorId(context.actor),
      startedAt: context.now,
      preparationTasks: plannedTasks(event, outside).map((task) => ({
        id: task.id,
        description: task.description,
        assignedTo: task.assignedTo ?? undefined,
        dueDate: toOffsetDateTime(task.dueAt, event.timeZone),
      })),
    }),
  ];
}

/** A longer checklist is a slip of a script: it is read whole, by people and by every act on the event. */
const TASKS_MAX = 200;

/** A further task; its due date is fixed by whoever adds it and stays when the event moves (decision 0017). */
export function decideAddTask(
  command: LifeCommandOf<"addTask">,
  event: EventLife,
  { person, newIds }: LifeOutside,
  { actor, now }: DecisionContext,
): readonly Fact[] {
  inState(event, "addTask");
  if (event.tasks.length >= TASKS_MAX) {
    throw ruleViolated("too_many_tasks", `This checklist has ${TASKS_MAX} tasks, and cannot have more.`);
  }
  if (command.assignedTo !== undefined && !isOfTheAgency(person)) {
    throw invalid("This person does not work for the agency any more. Choose another.", {
      assignedTo: "Choose a person from the list.",
    });
  }
  const [taskId] = newIds;
  if (taskId === undefined) throw new Error("a task needs an id");
  return [
    fact("EVENT_PREPARATION_TASK_ADDED", {
      eventId: event.id,
      bookingId: event.bookingId,
      taskId,
      addedBy: actorId(actor),
      addedAt: now,
      kind: command.kind,
      description: command.description,
      assignedTo: command.assignedTo,
      dueDate: toOffsetDateTime(instantAtVenue(command.dueDate, event.timeZone), event.timeZone),
    }),
  ];
}

function isOfTheAgency(person: LifeOutside["person"]): boolean {
  return person !== null && person.active && (person.role === "manager" || person.role === "admin");
}

/** Ticks a task; one that is done already has nothing left to do. */
export function decideCompleteTask(
  command: LifeCommandOf<"completeTask">,
  event: EventLife,
  { actor, now }: DecisionContext,
): readonly Fact[] {
  inState(event, "completeTask");
  const task = taskForPerson(event, command.taskId);
  if (task.status === "done") return [];
  return [
    fact("EVENT_PREPARATION_TASK_COMPLETED", {
      eventId: event.id,
      bookingId: event.bookingId,
      taskId: task.id,
      completedBy: actorId(actor),
      completedAt: now,
    }),
  ];
}

/** Takes the tick away again. */
export function decideReopenTask(
  command: LifeCommandOf<"reopenTask">,
  event: EventLife,
  { actor, now }: DecisionContext,
): readonly Fact[] {
  inState(event, "reopenTask");
  const task = taskForPerson(event, command.taskId);
  if (task.status === "open") return [];
  return [
    fact("EVENT_PREPARATION_TASK_REOPENED", {
      eventId: event.id,
      bookingId: event.bookingId,
      taskId: task.id,
      reopenedBy: actorId(actor),
      reopenedAt: now,
    }),
  ];
}

/** Staff, kit and venue tasks tick themselves from facts, so that no tick says what is not so. */
function taskForPerson(event: EventLife, taskId: string): PreparationTask {
  const task = event.tasks.find((one) => one.id === taskId);
  if (!task) throw notFound("task");
  const part = tickedBy(task.kind);
  if (part === null) return task;
  throw ruleViolated(
    "task_ticks_itself",
    part === "venue"
      ? "This task ticks itself once the venue is confirmed. Confirm the venue instead."
      : `This task ticks itself from the ${part} of the event. Change those instead.`,
  );
}
