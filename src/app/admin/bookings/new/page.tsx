import type { Metadata } from "next";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { NewBookingScreen } from "./_components/new-booking-screen";

export const metadata: Metadata = { title: "New booking" };

export default async function NewBookingPage() {
  const viewer = await requireViewer("/admin/bookings/new");
  await prefetch(trpc.directory.choices.queryOptions({ withIds: [] }));
  return (
    <HydrateQueries>
      <NewBookingScreen personId={viewer.personId} now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
