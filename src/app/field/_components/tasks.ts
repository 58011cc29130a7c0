import { formatClock, formatDate } from "@/values/format-time";
import type { Task } from "./event-record";

export type TaskStatus = Task["status"];

/** Ticks on their way to the server, by task. */
export type Ticks = ReadonlyMap<string, TaskStatus>;

/** The tasks as they will be once the ticks have arrived; a tick that failed is none. */
export function withTicks(tasks: readonly Task[], ticks: Ticks): readonly Task[] {
  return tasks.map((task) => {
    const status = ticks.get(task.id);
    return status === undefined || status === task.status ? task : { ...task, status };
  });
}

export interface Checklist {
  /** By due time. */
  readonly open: readonly Task[];
  readonly done: readonly Task[];
  readonly overdue: number;
}

export function checklistOf(tasks: readonly Task[], now: string): Checklist {
  const byDue = [...tasks].sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
  const open = byDue.filter(({ status }) => status === "open");
  return {
    open,
    done: byDue.filter(({ status }) => status === "done"),
    overdue: open.filter((task) => isOverdue(task, now)).length,
  };
}

export function isOverdue({ status, dueAt }: Pick<Task, "status" | "dueAt">, now: string): boolean {
  return status === "open" && Date.parse(dueAt) < Date.parse(now);
}

/** "Due Tue 14 Oct 10:00", on the venue's clock. */
export function dueWords({ dueAt }: Pick<Task, "dueAt">, timeZone: string, now: string): string {
  return `Due ${formatDate(dueAt, timeZone, now)} ${formatClock(dueAt, timeZone)}`;
}

/** What ticks a task that no person ticks. */
export function selfTickWords({ kind }: Pick<Task, "kind">): string {
  switch (kind) {
    case "venue":
      return "Ticks itself when the venue is confirmed.";
    case "staff":
      return "Ticks itself when every shift is filled.";
    case "kit":
      return "Ticks itself when every kit is prepared.";
    default:
      return "Ticks itself.";
  }
}
