import type { Metadata } from "next";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { BookingList } from "./_components/booking-list";
import { listInputOf, readListView } from "./_components/list-view";

export const metadata: Metadata = { title: "Bookings" };

interface PageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: PageProps) {
  const viewer = await requireViewer("/client");
  const view = readListView(await searchParams);
  await prefetch(trpc.bookings.list.queryOptions(listInputOf(view)));
  return (
    <HydrateQueries>
      <BookingList view={view} now={new Date().toISOString()} timeZone={viewer.timeZone} />
    </HydrateQueries>
  );
}
