"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useIsWide } from "@/app/admin/bookings/_components/use-is-wide";
import { RangeHeader } from "@/app/admin/calendar/_components/range-header";
import { daysOf } from "@/app/admin/calendar/_components/calendar-view";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState, NothingMatches } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { counted } from "@/values/count-words";
import { formatDate } from "@/values/format-time";
import type { Board, OpenEvent, OpenSlot } from "./board-days";
import { BoardLists } from "./board-lists";
import { BoardTable } from "./board-table";
import { boardHref, type BoardView, spanOf, stepped } from "./staffing-view";

const AskDialog = dynamic(
  () => import("@/components/event-staff/ask-dialog").then((part) => part.AskDialog),
  { ssr: false },
);

export interface ShownBoardProps {
  board: Board;
  view: BoardView;
  today: string;
  now: string;
  /** Present when anything is filtered. */
  onClear?: () => void;
}

interface Asking {
  readonly event: OpenEvent;
  readonly slot: OpenSlot;
  readonly person: { readonly id: string; readonly name: string } | null;
}

/** The days of the view with what is open and who does what; whoever is to be asked shows with their fit first. */
export function ShownBoard({ board, view, today, now, onClear }: ShownBoardProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  // Not both, one of them hidden: two weeks of thirty people are as much as a page can hold.
  const isWide = useIsWide();
  const span = spanOf(view, today);
  const words = (day: string) => formatDate(`${day}T12:00:00Z`, "UTC", now);
  const title = span.first === span.last ? words(span.first) : `${words(span.first)} – ${words(span.last)}`;
  const ask = (slotId: string, person: Asking["person"]) => {
    const event = board.open.find(({ slots }) => slots.some(({ id }) => id === slotId));
    const slot = event?.slots.find(({ id }) => id === slotId);
    if (!event || !slot) return;
    setAsking({ event, slot, person });
    setIsOpen(true);
  };
  const shared = { board, span, days: daysOf(span), today, now, onAsk: ask };
  const isEmpty = board.people.length === 0 && board.open.length === 0;
  return (
    <section aria-label={title} className="grid min-w-0 grid-cols-1 gap-3">
      <RangeHeader
        title={title}
        previous={boardHref(stepped(view, -1, today))}
        next={boardHref(stepped(view, 1, today))}
        aside={
          view.on === null ? undefined : (
            <ButtonLink href={boardHref({ ...view, on: null, page: 1 })}>Today</ButtonLink>
          )
        }
      />
      {isEmpty && onClear ? <NothingMatches what="shifts or people" onClear={onClear} /> : null}
      {isEmpty && !onClear ? (
        <EmptyState title="Nobody here yet">
          Agents stand here with their shifts. Add them under People.
        </EmptyState>
      ) : null}
      {isEmpty ? null : (
        <>
          {isWide ? (
            <BoardTable
              {...shared}
              dayHref={(day) => boardHref({ ...view, show: "day", on: day, page: 1 })}
            />
          ) : (
            <BoardLists {...shared} />
          )}
          <People board={board} view={view} />
        </>
      )}
      {asking === null ? null : (
        <AskDialog
          key={`${asking.slot.id} ${asking.person?.id ?? ""}`}
          slot={{ ...asking.slot, isAsked: asking.slot.offered + asking.slot.planned > 0 }}
          timeZone={asking.event.timeZone}
          person={asking.person}
          now={now}
          isOpen={isOpen}
          onOpenChange={setIsOpen}
        />
      )}
    </section>
  );
}

function People({ board, view }: Pick<ShownBoardProps, "board" | "view">) {
  const { people, peopleTotal, pageSize } = board;
  if (peopleTotal <= pageSize && view.page === 1) return null;
  const from = (view.page - 1) * pageSize + 1;
  const to = from + people.length - 1;
  return (
    <Pager
      from={from}
      to={to}
      total={counted(peopleTotal, "person")}
      previous={view.page > 1 ? boardHref({ ...view, page: view.page - 1 }) : null}
      next={to < peopleTotal ? boardHref({ ...view, page: view.page + 1 }) : null}
    />
  );
}
