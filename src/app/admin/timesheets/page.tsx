import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { inputOf, viewParsers } from "./_components/timesheets-view";
import { TimesheetsScreen } from "./_components/timesheets-screen";

export const metadata: Metadata = { title: "Timesheets" };

const loadView = createLoader(viewParsers);

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await loadView(searchParams);
  await requireViewer("/admin/timesheets");
  const now = new Date().toISOString();
  await prefetch(trpc.staffing.timesheet.queryOptions(inputOf(view, now)));
  return (
    <HydrateQueries>
      <TimesheetsScreen now={now} />
    </HydrateQueries>
  );
}
