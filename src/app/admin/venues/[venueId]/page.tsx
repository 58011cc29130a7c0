import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageBody } from "@/components/page-body";
import { fetchIfThere, HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { isUuid } from "@/values/ids";
import { VenueScreen } from "./_components/venue-screen";

interface VenuePageProps {
  params: Promise<{ venueId: string }>;
}

export async function generateMetadata({ params }: VenuePageProps): Promise<Metadata> {
  const { venueId } = await params;
  const venue = isUuid(venueId)
    ? await fetchIfThere(trpc.locations.byId.queryOptions({ locationId: venueId }))
    : null;
  return { title: venue?.name ?? "Venue" };
}

export default async function VenuePage({ params }: VenuePageProps) {
  const { venueId } = await params;
  if (!isUuid(venueId)) notFound();
  await requireViewer(`/admin/venues/${venueId}`);
  await prefetch(trpc.locations.byId.queryOptions({ locationId: venueId }));
  return (
    <HydrateQueries>
      <PageBody>
        <VenueScreen venueId={venueId} now={new Date().toISOString()} />
      </PageBody>
    </HydrateQueries>
  );
}
