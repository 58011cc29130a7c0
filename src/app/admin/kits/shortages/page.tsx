import type { Metadata } from "next";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { ShortagesScreen } from "./_components/shortages-screen";

export const metadata: Metadata = { title: "Kit shortages" };

export default async function KitShortagesPage() {
  const viewer = await requireViewer("/admin/kits/shortages");
  const now = new Date().toISOString();
  // To the hour, so that looking again soon asks for the same.
  const from = `${now.slice(0, 13)}:00:00.000Z`;
  await Promise.all([
    prefetch(trpc.kits.shortages.queryOptions({})),
    prefetch(trpc.kits.availability.queryOptions({ from })),
  ]);
  return (
    <HydrateQueries>
      <ShortagesScreen now={now} from={from} timeZone={viewer.timeZone ?? "UTC"} />
    </HydrateQueries>
  );
}
