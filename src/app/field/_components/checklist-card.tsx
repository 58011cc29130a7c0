"use client";

import { ChevronDown, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useNow } from "@/components/use-now";
import { zoneLabel } from "@/values/format-time";
import type { EventRecord, Task } from "./event-record";
import { loadTaskForm } from "./late-forms";
import { LateSheet, useSheet } from "@/components/late-sheet";
import { TaskRow, type TaskRowProps } from "./task-row";
import { checklistOf, withTicks } from "./tasks";
import { useTicks } from "./use-ticks";

/** The tasks of the preparation: the open ones by due time, the done ones folded below. */
export function ChecklistCard({ event, now }: { event: EventRecord; now: string }) {
  const moment = useNow(now);
  const ticking = useTicks(event.id);
  const adding = useSheet();
  const { open, done } = checklistOf(withTicks(event.tasks, ticking.ticks), moment);
  const total = open.length + done.length;
  const of = { event, ticking, now: moment };
  const mayTick = event.can.completeTask || event.can.reopenTask;
  return (
    <Card
      title="Checklist"
      aside={
        total === 0 ? null : (
          <span role="status" className="text-meta text-muted tabular-nums">
            {`${done.length} of ${total} done`}
          </span>
        )
      }
    >
      {total === 0 ? <p className="text-muted">{emptyWords(event)}</p> : null}
      {open.length === 0 ? null : mayTick ? (
        <>
          <p className="text-meta text-muted">{`Times: ${zoneLabel(event.timeZone)}`}</p>
          <Tasks {...of} tasks={open} />
        </>
      ) : (
        <Folded title={`${open.length} not done`}>
          <Tasks {...of} tasks={open} />
        </Folded>
      )}
      {done.length === 0 ? null : (
        <Folded title={`${done.length} done`}>
          <Tasks {...of} tasks={done} />
        </Folded>
      )}
      {event.can.addTask ? (
        <div className="pt-3">
          <Button icon={<Plus />} onClick={adding.open}>
            Add a task
          </Button>
        </div>
      ) : null}
      <LateSheet
        sheet={adding}
        title="Add a task"
        load={loadTaskForm}
        props={{ event, onDone: adding.close }}
      />
    </Card>
  );
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group border-t border-border">
      <summary className="flex min-h-control items-center justify-between">
        {title}
        <ChevronDown className="transition-transform group-open:rotate-180" />
      </summary>
      {children}
    </details>
  );
}

function Tasks({ tasks, ...of }: { tasks: readonly Task[] } & Omit<TaskRowProps, "task">) {
  return (
    <ul className="divide-y divide-border">
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} {...of} />
      ))}
    </ul>
  );
}

function emptyWords({ can, status }: EventRecord): string {
  if (can.startPreparation) return "The tasks come when preparation begins.";
  return status === "scheduled" ? "The tasks come when a manager prepares it." : "No tasks were set for it.";
}
