import type { Metadata } from "next";
import { hoursPeriod } from "@/app/agent/_components/hours-period";
import { HoursScreen } from "@/app/agent/_components/hours-screen";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Hours" };

export default async function Page() {
  await requireViewer("/agent/hours");
  const now = new Date().toISOString();
  await Promise.all([
    prefetch(trpc.staffing.timesheet.queryOptions(hoursPeriod(now))),
    prefetch(trpc.staffing.calendarFeed.queryOptions()),
  ]);
  return (
    <HydrateQueries>
      <HoursScreen now={now} />
    </HydrateQueries>
  );
}
