import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { KitsScreen } from "@/components/kits/kits-screen";
import { PageBody } from "@/components/page-body";
import { fetchIfThere, HydrateQueries, requireViewer, trpc } from "@/trpc/server";
import { isUuid } from "@/values/ids";

interface KitsPageProps {
  readonly params: Promise<{ readonly eventId: string }>;
}

export async function generateMetadata({ params }: KitsPageProps): Promise<Metadata> {
  const { eventId } = await params;
  const kits = isUuid(eventId) ? await fetchIfThere(trpc.kits.atEvent.queryOptions({ eventId })) : null;
  return { title: kits ? `Kits of EV-${kits.event.number}` : "Kits" };
}

export default async function Page({ params }: KitsPageProps) {
  const { eventId } = await params;
  if (!isUuid(eventId)) notFound();
  await requireViewer(`/admin/events/${eventId}/kits`);
  await fetchIfThere(trpc.kits.atEvent.queryOptions({ eventId }));
  return (
    <HydrateQueries>
      <PageBody>
        <KitsScreen
          eventId={eventId}
          now={new Date().toISOString()}
          events={{ label: "Events", href: "/admin/events" }}
        />
      </PageBody>
    </HydrateQueries>
  );
}
