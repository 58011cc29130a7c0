import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { fetchIfThere, HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { BookingScreen } from "./_components/booking-screen";

interface PageProps {
  readonly params: Promise<{ readonly bookingId: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const booking = await fetchIfThere(trpc.bookings.byId.queryOptions(await params));
  return { title: booking ? `${booking.number} ${booking.title}` : "Page not found" };
}

export default async function Page({ params }: PageProps) {
  const { bookingId } = await params;
  const viewer = await requireViewer(`/client/bookings/${bookingId}`);
  const [booking] = await Promise.all([
    fetchIfThere(trpc.bookings.byId.queryOptions({ bookingId })),
    prefetch(trpc.bookings.timeline.queryOptions({ bookingId })),
  ]);
  if (!booking) notFound();
  return (
    <HydrateQueries>
      <BookingScreen bookingId={bookingId} now={new Date().toISOString()} viewerZone={viewer.timeZone} />
    </HydrateQueries>
  );
}
