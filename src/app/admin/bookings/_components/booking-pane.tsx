"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import dynamic from "next/dynamic";
import { problemOf } from "@/components/form/problem-of";
import { usePanelKey } from "@/components/keyboard/use-panel-key";
import { DetailPane } from "@/components/ui/detail-pane";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { BookingStatus } from "./booking-status";
import { WaitingText } from "./waiting-text";
import { bookingHref } from "./booking-href";

const BookingActions = dynamic(() => import("./booking-actions").then((part) => part.BookingActions), {
  loading: () => <div className="min-h-control" />,
});
const BookingPanels = dynamic(() => import("./booking-panels").then((part) => part.BookingPanels), {
  loading: () => <SkeletonRows rows={8} label="Loading the booking" />,
});

export interface BookingPaneProps {
  bookingId: string;
  closeHref: Route;
  onClose: () => void;
  now: string;
  timeZone: string;
}

/** A booking beside the list. */
export function BookingPane({ bookingId, closeHref, onClose, now, timeZone }: BookingPaneProps) {
  const trpc = useTRPC();
  const panel = usePanelKey();
  const query = useQuery(trpc.bookings.byId.queryOptions({ bookingId }));
  const booking = query.data;
  return (
    <DetailPane
      ref={panel}
      label={booking ? `${booking.number} ${booking.title}` : "Booking"}
      title={booking ? `${booking.number} ${booking.title}` : "Booking"}
      closeHref={closeHref}
      onClose={onClose}
      pageHref={bookingHref(bookingId)}
      head={
        booking ? (
          <div className="grid gap-2 pt-1 pb-1">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-cell text-muted">
              <BookingStatus
                status={booking.status}
                needsReapproval={booking.needsReapproval}
                isOverridden={booking.override !== null}
              />
              <span className="min-w-0 truncate">{`${booking.client.name} · version ${booking.version}`}</span>
              <WaitingText
                waitingFor={booking.waitingFor}
                waitingSince={booking.waitingSince}
                now={now}
                timeZone={timeZone}
                isSentence
              />
            </div>
            <BookingActions booking={booking} now={now} />
          </div>
        ) : null
      }
    >
      {booking ? (
        <BookingPanels booking={booking} now={now} timeZone={timeZone} />
      ) : query.error ? (
        <Failed error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonRows rows={8} label="Loading the booking" />
      )}
    </DetailPane>
  );
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const problem = problemOf(error);
  if (problem.code === "NOT_FOUND" || problem.code === "INVALID") {
    return <EmptyState title="There is no such booking">The link may be old, or mistyped.</EmptyState>;
  }
  return <PanelError what="The booking" reference={problem.requestId} onRetry={onRetry} />;
}
