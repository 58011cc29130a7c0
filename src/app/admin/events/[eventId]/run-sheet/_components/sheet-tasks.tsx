import { formatClock, formatDate } from "@/values/format-time";
import type { RunSheetProps } from "./run-sheet";
import { PenBox, SheetSection } from "./sheet-section";

/** The checklist as it stood when the sheet was made. */
export function SheetTasks({ event, nameOf, now }: RunSheetProps) {
  if (event.tasks.length === 0) return null;
  const at = (instant: string) =>
    `${formatDate(instant, event.timeZone, now)} ${formatClock(instant, event.timeZone)}`;
  return (
    <SheetSection title="Preparation">
      <ul className="grid gap-1">
        {event.tasks.map((task) => (
          <li key={task.id} className="flex flex-wrap items-start gap-x-2">
            <PenBox isTicked={task.status === "done"} />
            <span className="min-w-0 flex-1 basis-48 wrap-anywhere">{task.description}</span>
            <span className="ml-auto text-right text-muted tabular-nums">
              {task.status === "done"
                ? `Done${task.doneAt === null ? "" : ` ${at(task.doneAt)}`}`
                : `Due ${at(task.dueAt)}${task.assignedTo === null ? "" : ` · ${nameOf(task.assignedTo)}`}`}
            </span>
          </li>
        ))}
      </ul>
    </SheetSection>
  );
}
