import type { Metadata } from "next";
import { MyKitsScreen } from "@/app/field/_components/my-kits-screen";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";

export const metadata: Metadata = { title: "Kits" };

export default async function Page() {
  await requireViewer("/field/kits");
  await prefetch(trpc.kits.mine.queryOptions());
  return (
    <HydrateQueries>
      <MyKitsScreen now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
