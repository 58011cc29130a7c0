import type { Metadata } from "next";
import { PageBody } from "@/components/page-body";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { nextEventsInput, queueInput } from "./_components/overview-inputs";
import { OverviewScreen } from "./_components/overview-screen";
import { minuteOf } from "./events/_components/events-view";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage() {
  const viewer = await requireViewer("/admin");
  const now = minuteOf(new Date());
  await Promise.all([
    prefetch(trpc.reports.overview.queryOptions()),
    prefetch(trpc.events.radar.queryOptions()),
    prefetch(trpc.bookings.list.queryOptions(queueInput)),
    prefetch(trpc.events.list.queryOptions(nextEventsInput(now))),
  ]);
  return (
    <HydrateQueries>
      <PageBody>
        <OverviewScreen now={now} timeZone={viewer.timeZone ?? "UTC"} />
      </PageBody>
    </HydrateQueries>
  );
}
