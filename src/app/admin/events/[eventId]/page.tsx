import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { siblingsInput } from "@/app/admin/events/_components/siblings-input";
import { PageBody } from "@/components/page-body";
import { fetchIfThere, HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { isUuid } from "@/values/ids";
import { EventScreen } from "./_components/event-screen";

interface EventPageProps {
  params: Promise<{ eventId: string }>;
}

export async function generateMetadata({ params }: EventPageProps): Promise<Metadata> {
  const { eventId } = await params;
  const event = isUuid(eventId) ? await fetchIfThere(trpc.events.byId.queryOptions({ eventId })) : null;
  return { title: event ? `EV-${event.number} ${event.title}` : "Event" };
}

export default async function EventPage({ params }: EventPageProps) {
  const { eventId } = await params;
  if (!isUuid(eventId)) notFound();
  const viewer = await requireViewer(`/admin/events/${eventId}`);
  const event = await fetchIfThere(trpc.events.byId.queryOptions({ eventId }));
  if (event) {
    await Promise.all([
      prefetch(trpc.events.list.queryOptions(siblingsInput(event))),
      prefetch(trpc.events.record.queryOptions({ eventId })),
      prefetch(trpc.activities.listForEvent.queryOptions({ eventId })),
      prefetch(trpc.staffing.listForEvent.queryOptions({ eventId })),
      prefetch(trpc.bookings.timeline.queryOptions({ bookingId: event.booking.id, eventId })),
    ]);
  }
  return (
    <HydrateQueries>
      <PageBody>
        <EventScreen eventId={eventId} now={new Date().toISOString()} timeZone={viewer.timeZone ?? "UTC"} />
      </PageBody>
    </HydrateQueries>
  );
}
