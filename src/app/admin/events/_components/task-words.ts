import type { EventRecord } from "./event-facts";

export type Task = EventRecord["tasks"][number];

/** What ticks a task that no person does; null for one that a person ticks. */
export function tickedByWords({ kind }: Pick<Task, "kind">): string | null {
  switch (kind) {
    case "staff":
      return "Ticks itself once every role is filled";
    case "kit":
      return "Ticks itself once every kit is prepared";
    case "venue":
      return "Ticks itself once the venue is confirmed";
    case "logistics":
    case "other":
      return null;
    default:
      return kind satisfies never;
  }
}

/** Open past its due date, at an event that still needs it. `now` is ISO 8601 UTC. */
export function isOverdue(
  task: Pick<Task, "status" | "dueAt">,
  event: Pick<EventRecord, "status">,
  now: string,
) {
  const isOver = event.status === "completed" || event.status === "cancelled";
  return task.status === "open" && task.dueAt < now && !isOver;
}
