"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { parseAsString, useQueryState } from "nuqs";
import { bookingPages } from "@/app/admin/bookings/_components/booking-pages";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { Button } from "@/components/ui/button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { ClientChoice } from "./client-choice";

/** The form is needed only once a client is chosen. */
const NewRequestForm = dynamic(
  () => import("@/components/booking-form/new-request-form").then((part) => part.NewRequestForm),
  { loading: () => <SkeletonRows rows={8} label="Loading the form" /> },
);

export interface NewBookingScreenProps {
  personId: string;
  now: string;
}

/** A booking on behalf of a client: for whom, then the same form that clients fill in. */
export function NewBookingScreen({ personId, now }: NewBookingScreenProps) {
  const trpc = useTRPC();
  const [clientId, setClientId] = useQueryState("client", parseAsString.withOptions({ history: "push" }));
  const choices = useQuery(trpc.directory.choices.queryOptions({ withIds: [] }));
  const client = choices.data?.clients.find((one) => one.id === clientId);
  return (
    <PageBody>
      <PageHeader
        crumbs={[{ label: "Bookings", href: "/admin/bookings" }]}
        title={client ? `New booking for ${client.name}` : "New booking"}
        meta={client ? "Another admin has to decide what you send for a client." : undefined}
        actions={
          client ? <Button onClick={() => void setClientId(null)}>Choose another client</Button> : undefined
        }
      />
      {client ? (
        <div className="grid max-w-portal gap-4">
          <NewRequestForm
            key={client.id}
            personId={personId}
            clientId={client.id}
            now={now}
            pages={bookingPages}
          />
        </div>
      ) : (
        <ClientChoice choices={choices} onChoose={(id) => void setClientId(id)} />
      )}
    </PageBody>
  );
}
