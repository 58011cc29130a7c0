"use client";

import { AlarmClock } from "lucide-react";
import { Checkbox } from "@/components/ui/checkbox";
import type { EventRecord, Task } from "./event-record";
import { dueWords, isOverdue, selfTickWords } from "./tasks";
import type { Ticking } from "./use-ticks";
import { WishProblem } from "@/components/form/wish-problem";
import { formatMoment } from "@/values/format-time";

export interface TaskRowProps {
  task: Task;
  event: EventRecord;
  ticking: Ticking;
  /** The present moment, ISO 8601. */
  now: string;
}

/** One task: what, by when, and a tick that the whole line takes. */
export function TaskRow({ task, event, ticking, now }: TaskRowProps) {
  const isDone = task.status === "done";
  const mayTick = !task.ticksItself && (isDone ? event.can.reopenTask : event.can.completeTask);
  return (
    <li className="grid gap-2 py-1">
      <Checkbox
        checked={isDone}
        disabled={!mayTick}
        onChange={() => ticking.put(task.id, isDone ? "open" : "done")}
        aria-busy={ticking.isPending(task.id) || undefined}
        className="w-full items-start! gap-3 py-2"
        label={
          <span className="grid gap-0.5">
            <span className={isDone ? "wrap-anywhere text-muted" : "wrap-anywhere"}>{task.description}</span>
            <Timing task={task} event={event} now={now} />
            {task.ticksItself ? <span className="text-meta text-muted">{selfTickWords(task)}</span> : null}
          </span>
        }
      />
      <WishProblem problem={ticking.problemFor(task.id)} onAgain={() => ticking.again(task.id)} />
    </li>
  );
}

function Timing({ task, event, now }: Pick<TaskRowProps, "task" | "event" | "now">) {
  if (task.status === "done" && task.doneAt !== null) {
    return (
      <span className="text-meta text-muted">{`Done ${formatMoment(task.doneAt, event.timeZone, now)}`}</span>
    );
  }
  const due = dueWords(task, event.timeZone, now);
  if (!isOverdue(task, now)) return <span className="text-meta text-muted">{due}</span>;
  return (
    <span className="flex items-center gap-1 text-meta font-medium text-on-problem [&_.lucide]:size-4">
      <AlarmClock />
      {`Overdue. ${due}`}
    </span>
  );
}
