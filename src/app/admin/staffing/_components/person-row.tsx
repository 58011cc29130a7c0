import { type DragEvent, useState } from "react";
import { personHref } from "@/app/admin/people/_components/people-view";
import { cn } from "@/components/ui/cn";
import { PageLink } from "@/components/ui/page-link";
import { counted } from "@/values/count-words";
import { type BoardPerson, type BoardShift, byDay, columnsOn, HALF_HOURS } from "./board-days";
import type { BoardProps } from "./board-table";
import { DRAGGED_SLOT } from "./dragged-slot";
import { ShiftChip } from "./shift-chip";

export interface PersonRowProps extends Pick<BoardProps, "span" | "days" | "onAsk"> {
  person: BoardPerson;
}

/** What one person does on each day; an open place that is dropped on it asks them. */
export function PersonRow({ person, span, days, onAsk }: PersonRowProps) {
  const { isOver, handlers } = useDrop((slotId) => onAsk(slotId, { id: person.id, name: person.name }));
  const shifts = byDay(person.shifts, span);
  return (
    <tr {...handlers} className={isOver ? "bg-selected" : undefined}>
      <th
        scope="row"
        className={cn(
          "sticky left-0 z-bar border-b border-border px-2 py-1.5 text-left align-top text-cell font-medium",
          isOver ? "bg-selected" : "bg-surface",
        )}
      >
        <PageLink href={personHref(person.id)} title={person.name} className="block truncate hover:underline">
          {person.name}
        </PageLink>
        <span className="block text-meta font-normal text-muted">{loadWords(person)}</span>
      </th>
      {days.map((day) => (
        <td key={day} className="border-b border-l border-border p-1 align-top">
          <DayShifts day={day} shifts={shifts.get(day) ?? []} isAlone={days.length === 1} />
        </td>
      ))}
    </tr>
  );
}

interface DayShiftsProps {
  day: string;
  shifts: readonly BoardShift[];
  /** The day is shown alone, over its hours. */
  isAlone: boolean;
}

/** One below the other; over the hours of a day, those that do not share time stand in one line. */
function DayShifts({ day, shifts, isAlone }: DayShiftsProps) {
  if (shifts.length === 0) return null;
  const columns = `repeat(${isAlone ? HALF_HOURS : 1}, minmax(0, 1fr))`;
  return (
    <ul className="grid gap-1" style={{ gridTemplateColumns: columns, gridAutoFlow: "row dense" }}>
      {shifts.map((shift) => {
        const { from, to } = columnsOn(day, shift);
        return (
          <li
            key={shift.id}
            className="min-w-0"
            {...(isAlone && { style: { gridColumn: `${from} / ${to}` } })}
          >
            <ShiftChip shift={shift} day={day} />
          </li>
        );
      })}
    </ul>
  );
}

/** "Free", or how many shifts and how many of them are in the way of others. */
export function loadWords({ shifts }: Pick<BoardPerson, "shifts">): string {
  if (shifts.length === 0) return "Free";
  const clashing = shifts.filter(({ conflicts }) => conflicts.length > 0).length;
  const count = counted(shifts.length, "shift");
  return clashing === 0 ? count : `${count}, ${counted(clashing, "conflict")}`;
}

/** Takes open places, and says while one hovers over it. */
function useDrop(onDrop: (slotId: string) => void) {
  const [isOver, setIsOver] = useState(false);
  const takes = (event: DragEvent) => event.dataTransfer.types.includes(DRAGGED_SLOT);
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!takes(event)) return;
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave: (event: DragEvent) => {
        const { relatedTarget, currentTarget } = event;
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setIsOver(false);
      },
      onDrop: (event: DragEvent) => {
        if (!takes(event)) return;
        event.preventDefault();
        setIsOver(false);
        onDrop(event.dataTransfer.getData(DRAGGED_SLOT));
      },
    },
  };
}
