import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { eventTitle } from "@/app/admin/events/[eventId]/event-title";
import { PageBody } from "@/components/page-body";
import { eventAddress, HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { isUuid } from "@/values/ids";
import { RunSheetScreen } from "./_components/run-sheet-screen";
import { qrDrawing } from "@/components/qr-drawing";

interface RunSheetPageProps {
  params: Promise<{ eventId: string }>;
}

export async function generateMetadata({ params }: RunSheetPageProps): Promise<Metadata> {
  return { title: `Run sheet of ${await eventTitle((await params).eventId)}` };
}

export default async function RunSheetPage({ params }: RunSheetPageProps) {
  const { eventId } = await params;
  if (!isUuid(eventId)) notFound();
  const viewer = await requireViewer(`/admin/events/${eventId}/run-sheet`);
  await Promise.all([
    prefetch(trpc.events.byId.queryOptions({ eventId })),
    prefetch(trpc.events.record.queryOptions({ eventId })),
    prefetch(trpc.activities.listForEvent.queryOptions({ eventId })),
  ]);
  const address = eventAddress(eventId);
  return (
    <HydrateQueries>
      <PageBody>
        <RunSheetScreen
          eventId={eventId}
          address={address}
          code={qrDrawing(address)}
          printedBy={viewer.name}
          now={new Date().toISOString()}
        />
      </PageBody>
    </HydrateQueries>
  );
}
