import { PageLink } from "@/components/ui/page-link";
import { personHref } from "@/app/admin/people/_components/people-view";
import { formatDate } from "@/values/format-time";
import { byDay } from "./board-days";
import type { BoardProps } from "./board-table";
import { OpenEventCard } from "./open-cell";
import { loadWords } from "./person-row";
import { ShiftChip } from "./shift-chip";

/** The board for a phone: what is open by day, then those who have something, each with their days. */
export function BoardLists({ board, span, days, now, onAsk }: BoardProps) {
  const open = byDay(board.open, span);
  const busy = board.people.filter(({ shifts }) => shifts.length > 0);
  const words = (day: string) => formatDate(`${day}T12:00:00Z`, "UTC", now);
  return (
    <div className="grid grid-cols-1 gap-6">
      <section aria-label="Open shifts" className="grid grid-cols-1 gap-3">
        <h3 className="text-title">Open shifts</h3>
        {board.open.length === 0 ? <p className="text-cell text-muted">Nothing is open.</p> : null}
        {days.map((day) => {
          const events = open.get(day) ?? [];
          return events.length === 0 ? null : (
            <div key={day} className="grid grid-cols-1 gap-1">
              <p className="text-meta text-muted">{words(day)}</p>
              {events.map((event) => (
                <OpenEventCard key={event.eventId} event={event} day={day} onAsk={onAsk} />
              ))}
            </div>
          );
        })}
      </section>
      <section aria-label="People" className="grid grid-cols-1 gap-4">
        <h3 className="text-title">People</h3>
        {busy.length === 0 ? <p className="text-cell text-muted">Nobody has a shift in these days.</p> : null}
        {busy.map((person) => {
          const shifts = byDay(person.shifts, span);
          return (
            <div key={person.id} className="grid grid-cols-1 gap-1">
              <p className="text-cell font-semibold wrap-anywhere">
                <PageLink href={personHref(person.id)} className="hover:underline">
                  {person.name}
                </PageLink>
                <span className="font-normal text-muted">{`, ${loadWords(person)}`}</span>
              </p>
              {days.map((day) =>
                (shifts.get(day) ?? []).map((shift) => (
                  <div key={`${day} ${shift.id}`} className="grid grid-cols-1 gap-1">
                    <p className="text-meta text-muted">{words(day)}</p>
                    <ShiftChip shift={shift} day={day} />
                  </div>
                )),
              )}
            </div>
          );
        })}
      </section>
    </div>
  );
}
