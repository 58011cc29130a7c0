import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { fetchIfThere, HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { IssuesScreen } from "./_components/issues-screen";
import { listInputOf, viewParsers } from "./_components/issues-view";

export const metadata: Metadata = { title: "Issues" };

const loadView = createLoader(viewParsers);

export default async function IssuesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await loadView(searchParams);
  const viewer = await requireViewer("/admin/issues");
  await Promise.all([
    prefetch(trpc.issues.list.queryOptions(listInputOf(view))),
    view.open === null ? null : fetchIfThere(trpc.issues.byId.queryOptions({ issueId: view.open })),
  ]);
  return (
    <HydrateQueries>
      <IssuesScreen now={new Date().toISOString()} timeZone={viewer.timeZone ?? "UTC"} />
    </HydrateQueries>
  );
}
