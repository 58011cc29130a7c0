import { ListTodo } from "lucide-react";
import { Effect } from "@/app/admin/events/_components/effects";
import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import { StatusBadge } from "@/components/status-badge";
import { taskFlagLooks } from "@/components/status-looks/events";
import { counted } from "@/values/count-words";
import { formatClock, formatDate } from "@/values/format-time";
import type { ReschedulePreview } from "./reschedule-effects";

export interface TaskEffectsProps {
  event: EventRecord;
  moved: ReschedulePreview["tasks"];
  now: string;
}

/** Due dates that move with the event, each from and to, and those that stay (rule 19). */
export function TaskEffects({ event, moved, now }: TaskEffectsProps) {
  if (event.tasks.length === 0) return null;
  const stay = event.tasks.length - moved.length;
  const at = (instant: string) =>
    `${formatDate(instant, event.timeZone, now)} ${formatClock(instant, event.timeZone)}`;
  return (
    <Effect
      icon={ListTodo}
      title={
        moved.length === 0
          ? "No due date moves"
          : `${counted(moved.length, "due date")} move${moved.length === 1 ? "s" : ""} along`
      }
    >
      {moved.length === 0 ? null : (
        <ul className="grid gap-1">
          {moved.map(({ taskId, description, from, to, arrivesOverdue }) => (
            <li key={taskId} className="flex flex-wrap items-center gap-x-2">
              <span className="min-w-0 flex-1 basis-48">{description}</span>
              <span className="tabular-nums">{`${at(from)} → ${at(to)}`}</span>
              {arrivesOverdue ? <StatusBadge look={taskFlagLooks.overdue} /> : null}
            </li>
          ))}
        </ul>
      )}
      {stay === 0 ? null : (
        <p>{`${counted(stay, "task")} stay${stay === 1 ? "s" : ""} as ${stay === 1 ? "it is" : "they are"}: done, or with a date that a person fixed.`}</p>
      )}
    </Effect>
  );
}
