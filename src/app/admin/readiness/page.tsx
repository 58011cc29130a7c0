import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { namesInput } from "@/app/admin/_components/names-input";
import { minuteOf } from "@/app/admin/events/_components/events-view";
import { fetchIfThere, HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { ReadinessScreen } from "./_components/readiness-screen";
import { readinessInputOf, viewParsers } from "./_components/readiness-view";

export const metadata: Metadata = { title: "Readiness" };

const loadView = createLoader(viewParsers);

export default async function ReadinessPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await loadView(searchParams);
  const viewer = await requireViewer("/admin/readiness");
  const now = minuteOf(new Date());
  await Promise.all([
    prefetch(trpc.events.readiness.queryOptions(readinessInputOf(view, now))),
    prefetch(trpc.events.choices.queryOptions()),
    prefetch(trpc.directory.choices.queryOptions(namesInput(view.venue))),
    ...(view.open === null ? [] : [fetchIfThere(trpc.events.byId.queryOptions({ eventId: view.open }))]),
  ]);
  return (
    <HydrateQueries>
      <ReadinessScreen now={now} timeZone={viewer.timeZone ?? "UTC"} />
    </HydrateQueries>
  );
}
