import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { fetchIfThere, HydrateQueries, requireViewer, trpc } from "@/trpc/server";
import { RequestSent } from "./_components/request-sent";

interface PageProps {
  readonly params: Promise<{ readonly bookingId: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const booking = await fetchIfThere(trpc.bookings.byId.queryOptions(await params));
  return { title: booking ? `Request sent: ${booking.number}` : "Page not found" };
}

export default async function Page({ params }: PageProps) {
  const { bookingId } = await params;
  await requireViewer(`/client/bookings/${bookingId}/sent`);
  const booking = await fetchIfThere(trpc.bookings.byId.queryOptions({ bookingId }));
  if (!booking) notFound();
  return (
    <HydrateQueries>
      <RequestSent bookingId={bookingId} />
    </HydrateQueries>
  );
}
