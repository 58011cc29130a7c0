import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { namesInput } from "@/app/admin/_components/names-input";
import { minuteOf } from "@/app/admin/events/_components/events-view";
import { conflictParsers, conflictsInputOf } from "@/app/admin/staffing/_components/staffing-view";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { ConflictsScreen } from "./_components/conflicts-screen";

export const metadata: Metadata = { title: "Staffing conflicts" };

const loadFilter = createLoader(conflictParsers);

export default async function ConflictsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const filter = await loadFilter(searchParams);
  await requireViewer("/admin/staffing/conflicts");
  const now = minuteOf(new Date());
  await Promise.all([
    prefetch(trpc.staffing.conflicts.queryOptions(conflictsInputOf(filter, now))),
    prefetch(trpc.events.choices.queryOptions()),
    prefetch(trpc.directory.choices.queryOptions(namesInput(null))),
  ]);
  return (
    <HydrateQueries>
      <ConflictsScreen now={now} />
    </HydrateQueries>
  );
}
