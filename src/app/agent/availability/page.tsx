import type { Metadata } from "next";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { AvailabilityScreen } from "./_components/availability-screen";

export const metadata: Metadata = { title: "Availability" };

export default async function Page() {
  await requireViewer("/agent/availability");
  await prefetch(trpc.staffing.availability.queryOptions({}));
  return (
    <HydrateQueries>
      <AvailabilityScreen now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
