"use client";

import { NewRequestForm } from "@/components/booking-form/new-request-form";
import { PageHeader } from "@/components/page-header";
import { requestPages } from "@/app/client/_components/request-pages";

export interface NewRequestProps {
  personId: string;
  now: string;
}

/** A request from nothing. */
export function NewRequest(props: NewRequestProps) {
  return (
    <>
      <PageHeader title="Request a booking" crumbs={[{ label: "Bookings", href: "/client" }]} />
      <NewRequestForm {...props} pages={requestPages} />
    </>
  );
}
