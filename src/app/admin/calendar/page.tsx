import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { namesInput } from "@/app/admin/_components/names-input";
import { prefetchEvent } from "@/app/admin/_components/prefetch-event";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { localDateIn } from "@/values/local-day";
import { CalendarScreen } from "./_components/calendar-screen";
import { rangeTitle } from "./_components/calendar-title";
import { shownInputOf, viewParsers } from "./_components/calendar-view";

interface CalendarPageProps {
  searchParams: Promise<SearchParams>;
}

const loadView = createLoader(viewParsers);

export async function generateMetadata({ searchParams }: CalendarPageProps): Promise<Metadata> {
  const view = await loadView(searchParams);
  const isToday = view.show === "month" ? view.month === null : view.on === null;
  return {
    title: isToday ? "Calendar" : `Calendar, ${rangeTitle(view, new Date().toISOString().slice(0, 10))}`,
  };
}

export default async function CalendarPage({ searchParams }: CalendarPageProps) {
  const view = await loadView(searchParams);
  const viewer = await requireViewer("/admin/calendar");
  const timeZone = viewer.timeZone ?? "UTC";
  const now = new Date().toISOString();
  const today = localDateIn(now, timeZone);
  await Promise.all([
    prefetch(trpc.events.calendar.queryOptions(shownInputOf(view, today))),
    prefetch(trpc.directory.choices.queryOptions(namesInput(view.venue))),
    ...(view.show === "managers" ? [prefetch(trpc.events.choices.queryOptions())] : []),
    prefetchEvent(view.open),
  ]);
  return (
    <HydrateQueries>
      <CalendarScreen now={now} timeZone={timeZone} today={today} />
    </HydrateQueries>
  );
}
