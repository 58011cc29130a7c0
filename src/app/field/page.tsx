import type { Metadata } from "next";
import { fetchIfThere, HydrateQueries, requireViewer, trpc } from "@/trpc/server";
import { agendaOf } from "./_components/agenda";
import { prefetchEventParts } from "./_components/prefetch-event-parts";
import { soonInput } from "./_components/my-events-input";
import { TodayScreen } from "./_components/today-screen";

export const metadata: Metadata = { title: "Today" };

export default async function Page() {
  const viewer = await requireViewer("/field");
  const now = new Date().toISOString();
  const mine = await fetchIfThere(trpc.events.mine.queryOptions(soonInput));
  const next = mine && agendaOf(mine.items, now).next;
  if (next) await prefetchEventParts(next.id);
  return (
    <HydrateQueries>
      <TodayScreen now={now} viewerZone={viewer.timeZone ?? undefined} />
    </HydrateQueries>
  );
}
