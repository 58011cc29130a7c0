import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageBody } from "@/components/page-body";
import { fetchIfThere, HydrateQueries, requireViewer, trpc } from "@/trpc/server";
import { isUuid } from "@/values/ids";
import { SwapScreen } from "./_components/swap-screen";

export const metadata: Metadata = { title: "Swap two events" };

export default async function SwapPage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  if (!isUuid(eventId)) notFound();
  await requireViewer(`/admin/events/${eventId}/swap`);
  const event = await fetchIfThere(trpc.events.byId.queryOptions({ eventId }));
  if (!event) notFound();
  return (
    <HydrateQueries>
      <PageBody>
        <SwapScreen eventId={eventId} now={new Date().toISOString()} />
      </PageBody>
    </HydrateQueries>
  );
}
