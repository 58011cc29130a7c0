import type { Metadata } from "next";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { TodayScreen } from "./_components/my-shifts";

export const metadata: Metadata = { title: "Today" };

export default async function Page() {
  await requireViewer("/agent");
  await prefetch(trpc.staffing.myAssignments.queryOptions());
  return (
    <HydrateQueries>
      <TodayScreen now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
