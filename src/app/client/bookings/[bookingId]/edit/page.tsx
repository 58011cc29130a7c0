import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { fetchIfThere, HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { ChangeRequest } from "./_components/change-request";

interface PageProps {
  readonly params: Promise<{ readonly bookingId: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const booking = await fetchIfThere(trpc.bookings.byId.queryOptions(await params));
  return { title: booking ? `Change ${booking.number}` : "Page not found" };
}

export default async function Page({ params }: PageProps) {
  const { bookingId } = await params;
  const viewer = await requireViewer(`/client/bookings/${bookingId}/edit`);
  const booking = await fetchIfThere(trpc.bookings.byId.queryOptions({ bookingId }));
  if (!booking) notFound();
  const withIds = booking.venues.map((venue) => venue.id);
  await prefetch(trpc.directory.choices.queryOptions({ withIds }));
  return (
    <HydrateQueries>
      <ChangeRequest bookingId={bookingId} personId={viewer.personId} now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
