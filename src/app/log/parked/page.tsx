import type { Metadata } from "next";
import { ToastProvider } from "@/components/ui/toast";
import { HydrateQueries, prefetch, trpc } from "@/trpc/server";
import { ParkedScreen } from "./_components/parked-screen";

export const metadata: Metadata = { title: "Parked deliveries" };

export default async function Page() {
  await prefetch(trpc.log.parked.queryOptions());
  return (
    <HydrateQueries>
      <ToastProvider>
        <ParkedScreen />
      </ToastProvider>
    </HydrateQueries>
  );
}
