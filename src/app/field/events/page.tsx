import type { Metadata } from "next";
import { pastInput, soonInput } from "@/app/field/_components/my-events-input";
import { MyEventsScreen } from "@/app/field/_components/my-events-screen";
import { HydrateQueries, prefetch, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "My events" };

export default async function Page() {
  await Promise.all([
    prefetch(trpc.events.mine.queryOptions(soonInput)),
    prefetch(trpc.events.list.queryOptions(pastInput)),
  ]);
  return (
    <HydrateQueries>
      <MyEventsScreen now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
