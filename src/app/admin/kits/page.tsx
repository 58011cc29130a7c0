import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { KitsScreen } from "./_components/kits-screen";
import { listInputOf, viewParsers } from "./_components/kits-view";

export const metadata: Metadata = { title: "Kits" };

const loadView = createLoader(viewParsers);

export default async function KitsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await loadView(searchParams);
  const viewer = await requireViewer("/admin/kits");
  await Promise.all([
    prefetch(trpc.kits.list.queryOptions(listInputOf(view))),
    prefetch(trpc.kits.templates.queryOptions({ includeArchived: true })),
    ...(view.open === null ? [] : [prefetch(trpc.kits.byId.queryOptions({ kitInstanceId: view.open }))]),
  ]);
  return (
    <HydrateQueries>
      <KitsScreen now={new Date().toISOString()} timeZone={viewer.timeZone ?? "UTC"} />
    </HydrateQueries>
  );
}
