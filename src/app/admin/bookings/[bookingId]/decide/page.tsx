import type { Metadata } from "next";
import { bookingTitle } from "@/app/admin/bookings/[bookingId]/booking-title";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { DecideScreen } from "./_components/decide-screen";

interface DecidePageProps {
  params: Promise<{ bookingId: string }>;
}

export async function generateMetadata({ params }: DecidePageProps): Promise<Metadata> {
  return { title: `Decide ${await bookingTitle((await params).bookingId)}` };
}

export default async function DecidePage({ params }: DecidePageProps) {
  const { bookingId } = await params;
  const viewer = await requireViewer(`/admin/bookings/${bookingId}/decide`);
  await Promise.all([
    prefetch(trpc.bookings.byId.queryOptions({ bookingId })),
    prefetch(trpc.bookings.previewApproval.queryOptions({ bookingId })),
  ]);
  return (
    <HydrateQueries>
      <DecideScreen
        bookingId={bookingId}
        now={new Date().toISOString()}
        timeZone={viewer.timeZone ?? "UTC"}
      />
    </HydrateQueries>
  );
}
