import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { isUuid } from "@/values/ids";
import { BookingsScreen } from "./_components/bookings-screen";
import { listInputOf, viewParsers } from "./_components/bookings-view";

export const metadata: Metadata = { title: "Bookings" };

const loadView = createLoader(viewParsers);

export default async function BookingsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await loadView(searchParams);
  const viewer = await requireViewer("/admin/bookings");
  await Promise.all([
    prefetch(trpc.bookings.list.queryOptions(listInputOf(view))),
    prefetch(trpc.directory.choices.queryOptions({})),
    ...(isUuid(view.open) ? [prefetch(trpc.bookings.byId.queryOptions({ bookingId: view.open }))] : []),
  ]);
  return (
    <HydrateQueries>
      <BookingsScreen now={new Date().toISOString()} timeZone={viewer.timeZone ?? "UTC"} />
    </HydrateQueries>
  );
}
