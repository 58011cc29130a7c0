"use client";

import { useMutation } from "@tanstack/react-query";
import { useRefreshEvents } from "@/app/admin/_components/assign/use-refresh-events";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { newKey } from "@/components/form/use-fresh-key";
import { StatusBadge } from "@/components/status-badge";
import { taskFlagLooks } from "@/components/status-looks/events";
import { Checkbox } from "@/components/ui/checkbox";
import { VenueMoment } from "@/components/venue-time";
import { type RouterOutputs, useTRPC } from "@/trpc/client";

type EventRecord = RouterOutputs["events"]["byId"];
type Task = EventRecord["tasks"][number];

export interface TaskListProps {
  event: EventRecord;
  tasks: readonly Task[];
  now: string;
}

/** The tasks of one part. Those that a person ticks move at once and go back with a reason (U-32). */
export function TaskList({ event, tasks, now }: TaskListProps) {
  if (tasks.length === 0) return null;
  return (
    <ul aria-label="Tasks" className="divide-y divide-border rounded-control border border-border">
      {tasks.map((task) => (
        <TaskRow key={task.id} event={event} task={task} now={now} />
      ))}
    </ul>
  );
}

function TaskRow({ event, task, now }: { event: EventRecord; task: Task; now: string }) {
  const trpc = useTRPC();
  const refresh = useRefreshEvents();
  const settled = { onSettled: () => refresh() };
  const complete = useMutation(trpc.events.completeTask.mutationOptions(settled));
  const reopen = useMutation(trpc.events.reopenTask.mutationOptions(settled));
  const isDone = complete.isPending || (task.status === "done" && !reopen.isPending);
  const canTick =
    ticksByHand(task) && (task.status === "done" ? event.can.reopenTask : event.can.completeTask);
  const tick = () => {
    if (complete.isPending || reopen.isPending) return;
    const wish = { eventId: event.id, taskId: task.id, idempotencyKey: newKey() };
    if (task.status === "done") reopen.mutate(wish);
    else complete.mutate(wish);
  };
  const error = complete.error ?? reopen.error;
  return (
    <li className="grid gap-1 px-3 py-2">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        {canTick ? (
          <Checkbox label={task.description} checked={isDone} onChange={tick} className="min-w-0 flex-1" />
        ) : (
          <span className="min-w-0 flex-1 py-0.5 text-cell wrap-anywhere">
            {task.description}
            {ticksByHand(task) ? null : (
              <span className="block text-meta text-muted">
                {isDone ? "Ticked by itself." : "Ticks itself when it is so."}
              </span>
            )}
          </span>
        )}
        {!isDone && task.dueAt <= now ? <StatusBadge look={taskFlagLooks.overdue} /> : null}
      </div>
      <p className="text-meta text-muted">
        {isDone && task.doneAt !== null ? "Done " : "Due "}
        <VenueMoment
          at={isDone && task.doneAt !== null ? task.doneAt : task.dueAt}
          timeZone={event.timeZone}
          now={now}
        />
      </p>
      <FormProblem problem={error ? problemOf(error) : null} />
    </li>
  );
}

function ticksByHand({ kind }: Task): boolean {
  return kind === "logistics" || kind === "other";
}
