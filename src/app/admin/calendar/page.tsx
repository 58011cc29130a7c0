import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { namesInput } from "@/app/admin/_components/names-input";
import { prefetchEvent } from "@/app/admin/_components/prefetch-event";
import { monthTitle } from "@/components/month-days";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { localDateIn } from "@/values/local-day";
import { CalendarScreen } from "./_components/calendar-screen";
import { calendarInputOf, viewParsers } from "./_components/calendar-view";

interface CalendarPageProps {
  searchParams: Promise<SearchParams>;
}

const loadView = createLoader(viewParsers);

export async function generateMetadata({ searchParams }: CalendarPageProps): Promise<Metadata> {
  const { month } = await loadView(searchParams);
  return { title: month === null ? "Calendar" : `Calendar, ${monthTitle(month)}` };
}

export default async function CalendarPage({ searchParams }: CalendarPageProps) {
  const view = await loadView(searchParams);
  const viewer = await requireViewer("/admin/calendar");
  const timeZone = viewer.timeZone ?? "UTC";
  const now = new Date().toISOString();
  const today = localDateIn(now, timeZone);
  await Promise.all([
    prefetch(trpc.events.calendar.queryOptions(calendarInputOf(view, view.month ?? today.slice(0, 7)))),
    prefetch(trpc.directory.choices.queryOptions(namesInput(view.venue))),
    prefetchEvent(view.open),
  ]);
  return (
    <HydrateQueries>
      <CalendarScreen now={now} timeZone={timeZone} today={today} />
    </HydrateQueries>
  );
}
