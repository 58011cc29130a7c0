import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { KitsScreen } from "@/components/kits/kits-screen";
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
  await requireViewer(`/field/events/${eventId}/kits`);
  await fetchIfThere(trpc.kits.atEvent.queryOptions({ eventId }));
  return (
    <HydrateQueries>
      <KitsScreen
        eventId={eventId}
        now={new Date().toISOString()}
        events={{ label: "My events", href: "/field/events" }}
      />
    </HydrateQueries>
  );
}
