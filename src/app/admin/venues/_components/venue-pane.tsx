"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import dynamic from "next/dynamic";
import { usePanelKey } from "@/components/keyboard/use-panel-key";
import { DetailPane } from "@/components/ui/detail-pane";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { VenueUnavailable } from "./venue-unavailable";
import { venueHref } from "./venues-view";

const VenuePanels = dynamic(() => import("./venue-panels").then((part) => part.VenuePanels), {
  loading: () => <SkeletonRows rows={6} label="Loading the venue" />,
});

export interface VenuePaneProps {
  venueId: string;
  closeHref: Route;
  onClose: () => void;
  now: string;
}

/** A venue beside the list. */
export function VenuePane({ venueId, closeHref, onClose, now }: VenuePaneProps) {
  const trpc = useTRPC();
  const panel = usePanelKey();
  const venue = useQuery(trpc.locations.byId.queryOptions({ locationId: venueId }));
  const title = venue.data?.name ?? "Venue";
  return (
    <DetailPane
      ref={panel}
      title={<span title={title}>{title}</span>}
      label={title}
      closeHref={closeHref}
      onClose={onClose}
      pageHref={venueHref(venueId)}
    >
      {venue.data ? (
        <VenuePanels venue={venue.data} now={now} />
      ) : (
        <VenueUnavailable error={venue.error} onRetry={() => void venue.refetch()} />
      )}
    </DetailPane>
  );
}
