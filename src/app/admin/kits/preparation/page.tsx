import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { localDateIn } from "@/values/local-day";
import { PackingScreen } from "./_components/packing-screen";
import { packingInputOf, viewParsers } from "./_components/packing-view";

export const metadata: Metadata = { title: "Packing list" };

const loadView = createLoader(viewParsers);

export default async function PackingPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await loadView(searchParams);
  const viewer = await requireViewer("/admin/kits/preparation");
  const now = new Date().toISOString();
  const today = localDateIn(now, viewer.timeZone ?? "UTC");
  await prefetch(trpc.kits.preparation.queryOptions(packingInputOf(view, today)));
  return (
    <HydrateQueries>
      <PackingScreen now={now} today={today} />
    </HydrateQueries>
  );
}
