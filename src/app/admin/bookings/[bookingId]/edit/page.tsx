import type { Metadata } from "next";
import { bookingTitle } from "@/app/admin/bookings/[bookingId]/booking-title";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { EditScreen } from "./_components/edit-screen";

interface EditPageProps {
  params: Promise<{ bookingId: string }>;
}

export async function generateMetadata({ params }: EditPageProps): Promise<Metadata> {
  return { title: `Edit ${await bookingTitle((await params).bookingId)}` };
}

export default async function EditPage({ params }: EditPageProps) {
  const { bookingId } = await params;
  const viewer = await requireViewer(`/admin/bookings/${bookingId}/edit`);
  await prefetch(trpc.bookings.byId.queryOptions({ bookingId }));
  return (
    <HydrateQueries>
      <EditScreen bookingId={bookingId} personId={viewer.personId} now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
