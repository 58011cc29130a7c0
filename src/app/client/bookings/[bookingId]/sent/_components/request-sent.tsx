"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { bookingHref } from "@/app/client/_components/booking-href";
import { nextWords } from "@/app/client/bookings/[bookingId]/_components/next-words";
import { ButtonLink } from "@/components/ui/button";
import { PanelError } from "@/components/ui/error-state";
import { useTRPC } from "@/trpc/client";

/** After sending: the number to refer to, and what happens next (U-24). */
export function RequestSent({ bookingId }: { bookingId: string }) {
  const trpc = useTRPC();
  const found = useQuery(trpc.bookings.byId.queryOptions({ bookingId }));
  if (!found.data) {
    return found.isError ? <PanelError what="The booking" onRetry={() => found.refetch()} /> : null;
  }
  const { number, title, dates } = found.data;
  return (
    <div className="grid justify-items-start gap-6">
      <div className="grid gap-2">
        <span className="text-on-good [&_.lucide]:size-8">
          <CircleCheck />
        </span>
        <h1 className="text-page">{`Request sent: ${number}`}</h1>
        <p className="wrap-anywhere text-muted">
          {`${title}, ${dates.length} ${dates.length === 1 ? "date" : "dates"}`}
        </p>
      </div>
      <div className="grid max-w-prose gap-1">
        <h2 className="text-title">What happens next</h2>
        <p>{nextWords(found.data)}</p>
        <p className="text-muted">{`You get a message as soon as there is an answer. Refer to ${number} when you call.`}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" size="action" href={bookingHref(bookingId)}>
          {`Open ${number}`}
        </ButtonLink>
        <ButtonLink size="action" href="/client">
          All bookings
        </ButtonLink>
      </div>
    </div>
  );
}
