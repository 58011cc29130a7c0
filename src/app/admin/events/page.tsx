import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { namesInput } from "@/app/admin/_components/names-input";
import { prefetchEvent } from "@/app/admin/_components/prefetch-event";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { EventsScreen } from "./_components/events-screen";
import { listInputOf, minuteOf, viewParsers } from "./_components/events-view";

export const metadata: Metadata = { title: "Events" };

const loadView = createLoader(viewParsers);

export default async function EventsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await loadView(searchParams);
  const viewer = await requireViewer("/admin/events");
  const now = minuteOf(new Date());
  await Promise.all([
    prefetch(trpc.events.list.queryOptions(listInputOf(view, now))),
    prefetch(trpc.directory.choices.queryOptions(namesInput(view.venue))),
    prefetchEvent(view.open),
  ]);
  return (
    <HydrateQueries>
      <EventsScreen now={now} timeZone={viewer.timeZone ?? "UTC"} />
    </HydrateQueries>
  );
}
