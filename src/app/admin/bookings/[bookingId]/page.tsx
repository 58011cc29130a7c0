import type { Metadata } from "next";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { BookingScreen } from "./_components/booking-screen";
import { bookingTitle } from "./booking-title";

interface BookingPageProps {
  params: Promise<{ bookingId: string }>;
}

export async function generateMetadata({ params }: BookingPageProps): Promise<Metadata> {
  return { title: await bookingTitle((await params).bookingId) };
}

export default async function BookingPage({ params }: BookingPageProps) {
  const { bookingId } = await params;
  const viewer = await requireViewer(`/admin/bookings/${bookingId}`);
  await Promise.all([
    prefetch(trpc.bookings.byId.queryOptions({ bookingId })),
    prefetch(trpc.bookings.timeline.queryOptions({ bookingId })),
  ]);
  return (
    <HydrateQueries>
      <BookingScreen
        bookingId={bookingId}
        now={new Date().toISOString()}
        timeZone={viewer.timeZone ?? "UTC"}
      />
    </HydrateQueries>
  );
}
