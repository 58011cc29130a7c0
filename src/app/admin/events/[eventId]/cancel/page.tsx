import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { eventTitle } from "@/app/admin/events/[eventId]/event-title";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { isUuid } from "@/values/ids";
import { CancelScreen } from "./_components/cancel-screen";

interface CancelPageProps {
  params: Promise<{ eventId: string }>;
}

export async function generateMetadata({ params }: CancelPageProps): Promise<Metadata> {
  return { title: `Cancel ${await eventTitle((await params).eventId)}` };
}

export default async function CancelPage({ params }: CancelPageProps) {
  const { eventId } = await params;
  if (!isUuid(eventId)) notFound();
  await requireViewer(`/admin/events/${eventId}/cancel`);
  await Promise.all([
    prefetch(trpc.events.byId.queryOptions({ eventId })),
    prefetch(trpc.events.previewCancel.queryOptions({ eventId })),
    prefetch(trpc.activities.previewRelease.queryOptions({ eventId })),
  ]);
  return (
    <HydrateQueries>
      <CancelScreen eventId={eventId} now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
