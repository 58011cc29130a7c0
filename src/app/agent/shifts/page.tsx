import type { Metadata } from "next";
import { ShiftsScreen } from "@/app/agent/_components/my-shifts";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Shifts" };

export default async function Page() {
  await requireViewer("/agent/shifts");
  await prefetch(trpc.staffing.myAssignments.queryOptions());
  return (
    <HydrateQueries>
      <ShiftsScreen now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
