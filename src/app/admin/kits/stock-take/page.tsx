import type { Metadata } from "next";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { StockTakeScreen } from "./_components/stock-take-screen";

export const metadata: Metadata = { title: "Stock-take" };

export default async function StockTakePage() {
  await requireViewer("/admin/kits/stock-take");
  await prefetch(trpc.kits.places.queryOptions());
  return (
    <HydrateQueries>
      <StockTakeScreen />
    </HydrateQueries>
  );
}
