"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { EventRecord } from "./event-facts";
import { TaskRow } from "./task-row";
import type { NamedRecord } from "./use-event-record";
import { useTickTask } from "./use-tick-task";

const AddTaskDialog = dynamic(() => import("./acts/add-task-dialog").then((part) => part.AddTaskDialog), {
  ssr: false,
});

export interface EventTasksProps {
  event: EventRecord;
  record: NamedRecord;
  now: string;
}

/** The checklist of the preparation, by due date. */
export function EventTasks({ event, record, now }: EventTasksProps) {
  const { tick, refused } = useTickTask(event);
  const add = useLateDialog();
  const done = event.tasks.filter(({ status }) => status === "done").length;
  return (
    <Card
      title="Preparation"
      isFlush
      aside={
        <span className="flex items-center gap-2">
          {event.tasks.length === 0 ? null : (
            <span className="text-cell whitespace-nowrap text-muted tabular-nums">{`${done} of ${event.tasks.length} done`}</span>
          )}
          {event.can.addTask ? (
            <Button variant="quiet" icon={<Plus />} onClick={add.open}>
              Add task
            </Button>
          ) : null}
        </span>
      }
    >
      {event.tasks.length === 0 ? (
        <p className="px-4 py-3 text-cell text-muted">{emptyWords(event)}</p>
      ) : (
        <ul className="divide-y divide-border">
          {event.tasks.map((task) => (
            <TaskRow
              key={task.id}
              task={task}
              event={event}
              record={record}
              now={now}
              refused={refused?.taskId === task.id ? refused.message : null}
              onTick={() => void tick(task)}
            />
          ))}
        </ul>
      )}
      {add.wasOpened ? <AddTaskDialog event={event} {...add.dialog} /> : null}
    </Card>
  );
}

function emptyWords({ status, can }: EventRecord): string {
  if (status === "scheduled") return "The checklist is laid out once a field manager prepares the event.";
  if (can.startPreparation) return "The checklist is laid out when the preparation starts.";
  return "No tasks were laid out for this event.";
}
