import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { listInputOf, viewParsers } from "./_components/venues-view";
import { VenuesScreen } from "./_components/venues-screen";

export const metadata: Metadata = { title: "Venues" };

const loadView = createLoader(viewParsers);

export default async function VenuesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await loadView(searchParams);
  await requireViewer("/admin/venues");
  await Promise.all([
    prefetch(trpc.locations.list.queryOptions(listInputOf(view))),
    ...(view.open === null ? [] : [prefetch(trpc.locations.byId.queryOptions({ locationId: view.open }))]),
  ]);
  return (
    <HydrateQueries>
      <VenuesScreen now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
