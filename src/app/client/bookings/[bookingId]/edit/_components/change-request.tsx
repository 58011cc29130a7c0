"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { bookingHref } from "@/app/client/_components/booking-href";
import { requestPages } from "@/app/client/_components/request-pages";
import { ChangeRequestForm } from "@/components/booking-form/change-request-form";
import { PageHeader } from "@/components/page-header";
import { StatusBadge } from "@/components/status-badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { bookingLooks } from "@/components/status-looks/bookings";

export interface ChangeRequestProps {
  bookingId: string;
  personId: string;
  now: string;
}

/** Changing a booking, and answering what the agency asked. */
export function ChangeRequest({ bookingId, ...rest }: ChangeRequestProps) {
  const trpc = useTRPC();
  const found = useQuery(trpc.bookings.byId.queryOptions({ bookingId }));
  if (!found.data) {
    return found.isError ? <PanelError what="The booking" onRetry={() => found.refetch()} /> : null;
  }
  return <Loaded booking={found.data} {...rest} />;
}

type Booking = RouterOutputs["bookings"]["byId"];

/** The form keeps the version it was opened with: a live refresh must not slip another one under the answers. */
function Loaded({ booking, ...rest }: { booking: Booking } & Omit<ChangeRequestProps, "bookingId">) {
  const [opened] = useState(booking);
  const isAnswer = opened.status === "changes_requested";
  return (
    <>
      <PageHeader
        title={isAnswer ? `Answer ${opened.number}` : `Change ${opened.number}`}
        crumbs={[
          { label: "Bookings", href: "/client" },
          { label: opened.number, href: bookingHref(opened.bookingId) },
        ]}
        status={<StatusBadge look={bookingLooks[opened.status]} />}
        meta={opened.title}
      />
      {opened.can.update ? (
        <ChangeRequestForm {...rest} booking={opened} pages={requestPages} />
      ) : (
        <EmptyState
          title={`${opened.number} cannot be changed any more`}
          action={<ButtonLink href={bookingHref(opened.bookingId)}>{`Open ${opened.number}`}</ButtonLink>}
        >
          Copy it to a new booking instead.
        </EmptyState>
      )}
    </>
  );
}
