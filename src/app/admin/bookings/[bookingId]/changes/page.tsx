import type { Metadata } from "next";
import { bookingTitle } from "@/app/admin/bookings/[bookingId]/booking-title";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { ChangesScreen } from "./_components/changes-screen";

interface ChangesPageProps {
  params: Promise<{ bookingId: string }>;
}

export async function generateMetadata({ params }: ChangesPageProps): Promise<Metadata> {
  return { title: `Ask for changes to ${await bookingTitle((await params).bookingId)}` };
}

export default async function ChangesPage({ params }: ChangesPageProps) {
  const { bookingId } = await params;
  await requireViewer(`/admin/bookings/${bookingId}/changes`);
  await prefetch(trpc.bookings.byId.queryOptions({ bookingId }));
  return (
    <HydrateQueries>
      <ChangesScreen bookingId={bookingId} now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
