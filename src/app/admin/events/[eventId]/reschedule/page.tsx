import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { eventTitle } from "@/app/admin/events/[eventId]/event-title";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { isUuid } from "@/values/ids";
import { RescheduleScreen } from "./_components/reschedule-screen";

interface ReschedulePageProps {
  params: Promise<{ eventId: string }>;
}

export async function generateMetadata({ params }: ReschedulePageProps): Promise<Metadata> {
  return { title: `Reschedule ${await eventTitle((await params).eventId)}` };
}

export default async function ReschedulePage({ params }: ReschedulePageProps) {
  const { eventId } = await params;
  if (!isUuid(eventId)) notFound();
  const viewer = await requireViewer(`/admin/events/${eventId}/reschedule`);
  await prefetch(trpc.events.byId.queryOptions({ eventId }));
  return (
    <HydrateQueries>
      <RescheduleScreen
        eventId={eventId}
        now={new Date().toISOString()}
        timeZone={viewer.timeZone ?? "UTC"}
      />
    </HydrateQueries>
  );
}
