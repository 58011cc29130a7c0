import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { localDateIn } from "@/values/local-day";
import { BoardScreen } from "./_components/board-screen";
import { boardInputOf, viewParsers } from "./_components/board-view";

export const metadata: Metadata = { title: "Kit board" };

const loadView = createLoader(viewParsers);

export default async function KitBoardPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await loadView(searchParams);
  const viewer = await requireViewer("/admin/kits/board");
  const now = new Date().toISOString();
  const today = localDateIn(now, viewer.timeZone ?? "UTC");
  await prefetch(trpc.kits.board.queryOptions(boardInputOf(view, today)));
  return (
    <HydrateQueries>
      <BoardScreen now={now} today={today} />
    </HydrateQueries>
  );
}
