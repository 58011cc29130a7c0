import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CrewScreen } from "@/app/field/_components/crew/crew-screen";
import { fetchIfThere, HydrateQueries, requireViewer, trpc } from "@/trpc/server";
import { isUuid } from "@/values/ids";

interface CrewPageProps {
  readonly params: Promise<{ readonly eventId: string }>;
}

export async function generateMetadata({ params }: CrewPageProps): Promise<Metadata> {
  const { eventId } = await params;
  const crew = isUuid(eventId) ? await fetchIfThere(trpc.staffing.crew.queryOptions({ eventId })) : null;
  return { title: crew ? `Crew of EV-${crew.event.number}` : "Crew" };
}

export default async function Page({ params }: CrewPageProps) {
  const { eventId } = await params;
  if (!isUuid(eventId)) notFound();
  await requireViewer(`/field/events/${eventId}/crew`);
  await fetchIfThere(trpc.staffing.crew.queryOptions({ eventId }));
  return (
    <HydrateQueries>
      <CrewScreen eventId={eventId} now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
