import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { namesInput } from "@/app/admin/_components/names-input";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { localDateIn } from "@/values/local-day";
import { StaffingScreen } from "./_components/staffing-screen";
import { boardInputOf, boardParsers } from "./_components/staffing-view";

export const metadata: Metadata = { title: "Staffing" };

const loadView = createLoader(boardParsers);

export default async function StaffingPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await loadView(searchParams);
  const viewer = await requireViewer("/admin/staffing");
  const now = new Date().toISOString();
  const today = localDateIn(now, viewer.timeZone ?? "UTC");
  await Promise.all([
    prefetch(trpc.staffing.board.queryOptions(boardInputOf(view, today))),
    prefetch(trpc.events.choices.queryOptions()),
    prefetch(trpc.directory.choices.queryOptions(namesInput(null))),
  ]);
  return (
    <HydrateQueries>
      <StaffingScreen now={now} today={today} />
    </HydrateQueries>
  );
}
