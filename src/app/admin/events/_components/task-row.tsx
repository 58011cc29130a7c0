"use client";

import { Check } from "lucide-react";
import { entryHref } from "@/components/entry-href";
import { StatusBadge } from "@/components/status-badge";
import { taskFlagLooks } from "@/components/status-looks/events";
import { Checkbox } from "@/components/ui/checkbox";
import { TextLink } from "@/components/ui/text-link";
import { useNow } from "@/components/use-now";
import { formatMoment } from "@/values/format-time";
import type { EventTasksProps } from "./event-tasks";
import { isOverdue, type Task, tickedByWords } from "./task-words";

export interface TaskRowProps extends EventTasksProps {
  task: Task;
  /** Why the last press on it was taken back. */
  refused: string | null;
  onTick: () => void;
}

/** One task: its box, what is to be done, by whom and until when, and what came of it. */
export function TaskRow({ task, event, record, now, refused, onTick }: TaskRowProps) {
  const moment = useNow(now);
  const isDone = task.status === "done";
  const mayTick = !task.ticksItself && (isDone ? event.can.reopenTask : event.can.completeTask);
  const id = `task-${task.id}`;
  return (
    <li className="flex items-start gap-3 px-4 py-2 text-cell">
      {mayTick ? (
        <Checkbox checked={isDone} onChange={onTick} aria-labelledby={id} className="min-h-6!" />
      ) : (
        <span
          className={`mt-1 inline-flex size-4 shrink-0 items-center justify-center rounded-badge border [&_.lucide]:size-3 ${isDone ? "border-transparent bg-good text-on-good" : "border-dashed border-border-control"}`}
        >
          {isDone ? <Check /> : null}
        </span>
      )}
      <div className="min-w-0 flex-1">
        <p id={id} className={isDone ? "text-muted" : ""}>
          {task.description}
          <span className="sr-only">{isDone ? ", done" : ", to do"}</span>
        </p>
        <p className="flex flex-wrap items-center gap-x-3 text-meta text-muted">
          <TaskState task={task} event={event} record={record} now={now} />
        </p>
        {refused === null ? null : (
          <p role="alert" className="text-meta text-on-problem">
            {refused}
          </p>
        )}
      </div>
      {isOverdue(task, event, moment) ? <StatusBadge look={taskFlagLooks.overdue} /> : null}
    </li>
  );
}

function TaskState({ task, event, record, now }: EventTasksProps & { task: Task }) {
  if (task.status === "done") {
    return (
      <>
        <span>
          {task.doneBy === null ? "Done" : `Done by ${record.nameOf(task.doneBy)}`}
          {task.doneAt === null ? null : (
            <>
              {", "}
              <time dateTime={task.doneAt}>{formatMoment(task.doneAt, event.timeZone, now)}</time>
            </>
          )}
        </span>
        {task.evidence === null ? null : <TextLink href={entryHref(task.evidence)}>Log entry</TextLink>}
      </>
    );
  }
  const auto = tickedByWords(task);
  return (
    <>
      <span>
        {"Due "}
        <time dateTime={task.dueAt}>{formatMoment(task.dueAt, event.timeZone, now)}</time>
      </span>
      {task.assignedTo === null ? null : <span>{record.nameOf(task.assignedTo)}</span>}
      {auto === null ? null : <span>{auto}</span>}
    </>
  );
}
