"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { BookingUnavailable } from "@/app/admin/bookings/[bookingId]/_components/booking-unavailable";
import type { BookingDetail } from "@/app/admin/bookings/_components/booking-dates";
import { BookingStatus } from "@/app/admin/bookings/_components/booking-status";
import { bookingPages } from "@/app/admin/bookings/_components/booking-pages";
import { ChangeRequestForm } from "@/components/booking-form/change-request-form";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useTRPC } from "@/trpc/client";
import { bookingHref } from "@/app/admin/bookings/_components/booking-href";
import { bookingLooks } from "@/components/status-looks/bookings";

export interface EditScreenProps {
  bookingId: string;
  personId: string;
  now: string;
}

/** Changes a booking for its client, with the form that the client uses. */
export function EditScreen({ bookingId, ...rest }: EditScreenProps) {
  const trpc = useTRPC();
  const query = useQuery(trpc.bookings.byId.queryOptions({ bookingId }));
  if (!query.data) return <BookingUnavailable error={query.error} onRetry={() => void query.refetch()} />;
  return <Loaded booking={query.data} {...rest} />;
}

type LoadedProps = { booking: BookingDetail } & Omit<EditScreenProps, "bookingId">;

/** The form keeps the version it was opened with: a live refresh must not slip another one under the answers. */
function Loaded({ booking: present, personId, now }: LoadedProps) {
  const [booking] = useState(present);
  const { bookingId, number } = booking;
  return (
    <PageBody>
      <PageHeader
        crumbs={[
          { label: "Bookings", href: "/admin/bookings" },
          { label: number, href: bookingHref(bookingId) },
        ]}
        title={`Edit ${number}`}
        status={
          <BookingStatus
            status={booking.status}
            needsReapproval={booking.needsReapproval}
            isOverridden={booking.override !== null}
          />
        }
        meta={`${booking.title} · for ${booking.client.name}`}
      />
      {booking.can.update ? (
        <div className="grid max-w-portal gap-4">
          <ChangeRequestForm
            personId={personId}
            booking={booking}
            clientId={booking.client.id}
            now={now}
            pages={bookingPages}
          />
        </div>
      ) : (
        <Notice
          title={`${number} cannot be changed: ${bookingLooks[booking.status].label.toLowerCase()}`}
          actions={<ButtonLink href={bookingHref(bookingId)}>{`Open ${number}`}</ButtonLink>}
        >
          Copy it to a new booking instead.
        </Notice>
      )}
    </PageBody>
  );
}
