import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EventScreen } from "@/app/field/_components/event-screen";
import { prefetchEventParts } from "@/app/field/_components/prefetch-event-parts";
import { fetchIfThere, HydrateQueries, requireViewer, trpc } from "@/trpc/server";
import { isUuid } from "@/values/ids";

interface EventPageProps {
  readonly params: Promise<{ readonly eventId: string }>;
}

export async function generateMetadata({ params }: EventPageProps): Promise<Metadata> {
  const { eventId } = await params;
  const event = isUuid(eventId) ? await fetchIfThere(trpc.events.byId.queryOptions({ eventId })) : null;
  return { title: event ? `EV-${event.number} ${event.title}` : "Event" };
}

export default async function Page({ params }: EventPageProps) {
  const { eventId } = await params;
  if (!isUuid(eventId)) notFound();
  const viewer = await requireViewer(`/field/events/${eventId}`);
  await prefetchEventParts(eventId);
  return (
    <HydrateQueries>
      <EventScreen
        eventId={eventId}
        now={new Date().toISOString()}
        viewerZone={viewer.timeZone ?? undefined}
      />
    </HydrateQueries>
  );
}
