import type { Metadata } from "next";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { NewRequest } from "./_components/new-request";

export const metadata: Metadata = { title: "Request a booking" };

export default async function Page() {
  const viewer = await requireViewer("/client/bookings/new");
  await prefetch(trpc.directory.choices.queryOptions({ withIds: [] }));
  return (
    <HydrateQueries>
      <NewRequest personId={viewer.personId} now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
