"use client";

import { useQuery } from "@tanstack/react-query";
import { VenuePanels } from "@/app/admin/venues/_components/venue-panels";
import { VenueUnavailable } from "@/app/admin/venues/_components/venue-unavailable";
import { PageHeader } from "@/components/page-header";
import { useTRPC } from "@/trpc/client";

const crumbs = [{ label: "Venues", href: "/admin/venues" }] as const;

/** A venue as a page of its own. */
export function VenueScreen({ venueId, now }: { venueId: string; now: string }) {
  const trpc = useTRPC();
  const venue = useQuery(trpc.locations.byId.queryOptions({ locationId: venueId }));
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={venue.data?.name ?? "Venue"}
        {...(venue.data && { meta: venue.data.city })}
      />
      {venue.data ? (
        <VenuePanels venue={venue.data} now={now} isPage />
      ) : (
        <VenueUnavailable error={venue.error} onRetry={() => void venue.refetch()} />
      )}
    </>
  );
}
