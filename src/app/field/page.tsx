import type { Metadata } from "next";
import { HydrateQueries, prefetch, trpc } from "@/trpc/server";
import { MyEvents } from "./_components/my-events";

export const metadata: Metadata = { title: "My events" };

export default async function Page() {
  const now = new Date().toISOString();
  await prefetch(trpc.events.list.queryOptions({ from: now, limit: 50 }));
  return (
    <HydrateQueries>
      <MyEvents now={now} />
    </HydrateQueries>
  );
}
