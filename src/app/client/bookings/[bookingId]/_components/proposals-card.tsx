"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { bookingHref } from "@/app/client/_components/booking-href";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { localMoment } from "@/components/local-moment";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { formatClock, formatDate, zoneLabel } from "@/values/format-time";
import { acceptedSchedule } from "./accepted-schedule";

type Booking = RouterOutputs["bookings"]["byId"];

/** Other times that the agency proposes: accept one, all, or ask again. Waits for the server, never optimistic. */
export function ProposalsCard({ booking, now }: { booking: Booking; now: string }) {
  const accept = useAccept(booking);
  const proposed = booking.dates.filter(
    (date) => date.status === "proposed" && date.proposedLocalStart !== null,
  );
  if (proposed.length === 0 || !booking.can.update) return null;
  return (
    <Card title={proposed.length === 1 ? "Another time is proposed" : "Other times are proposed"}>
      <div className="grid gap-4">
        <p className="max-w-prose text-cell text-muted">
          {`Times are on the venue's clock, ${zoneLabel(booking.timeZone)}. What you accept goes to the agency once more.`}
        </p>
        <FormProblem problem={accept.problem} />
        <ul className="grid gap-4">
          {proposed.map((date) => (
            <li key={date.dateId} className="grid gap-2 border-t border-border pt-3">
              <p className="text-cell text-muted">
                <del>{`${formatDate(date.startsAt, booking.timeZone, now)} ${formatClock(date.startsAt, booking.timeZone)}`}</del>
              </p>
              <p className="font-medium">{localMoment(date.proposedLocalStart ?? "")}</p>
              {date.reason === null ? null : (
                <blockquote className="max-w-prose border-l-2 border-border pl-2 text-cell wrap-anywhere text-muted">
                  {date.reason}
                </blockquote>
              )}
              <div className="flex flex-wrap gap-2">
                <Button
                  variant="primary"
                  isPending={accept.pendingIds.has(date.dateId)}
                  aria-label={`Accept ${localMoment(date.proposedLocalStart ?? "")}`}
                  onClick={() => accept.run([date.dateId])}
                >
                  Accept
                </Button>
                <ButtonLink href={bookingHref(booking.bookingId, "/edit?step=dates")}>Ask again</ButtonLink>
              </div>
            </li>
          ))}
        </ul>
        {proposed.length < 2 ? null : (
          <div className="border-t border-border pt-3">
            <Button
              isPending={accept.pendingIds.size > 1}
              onClick={() => accept.run(proposed.map((date) => date.dateId))}
            >
              {`Accept all ${proposed.length}`}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

function useAccept(booking: Booking) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const keyFor = useFreshKey();
  const update = useMutation(trpc.bookings.update.mutationOptions());
  const [pendingIds, setPendingIds] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  async function run(dateIds: readonly string[]) {
    if (pendingIds.size > 0) return;
    const { bookingId, version } = booking;
    const wish = { bookingId, version, schedule: acceptedSchedule(booking, new Set(dateIds)) };
    setPendingIds(new Set(dateIds));
    setProblem(null);
    try {
      await update.mutateAsync({ ...wish, idempotencyKey: keyFor(wish) });
    } catch (error) {
      setProblem(problemOf(error));
    }
    // Also after a refusal: most often somebody else was faster, and the page should show what is.
    await queryClient.invalidateQueries(trpc.bookings.pathFilter());
    setPendingIds(new Set());
  }
  return { run, pendingIds, problem };
}
