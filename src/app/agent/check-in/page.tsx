import type { Metadata } from "next";
import { CheckInScreen } from "@/app/agent/_components/check-in-screen";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Check in" };

export default async function Page() {
  await requireViewer("/agent/check-in");
  await prefetch(trpc.staffing.arrivals.queryOptions());
  return (
    <HydrateQueries>
      <CheckInScreen now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
