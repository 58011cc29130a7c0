import type { Metadata } from "next";
import { ToastProvider } from "@/components/ui/toast";
import { HydrateQueries, prefetch, trpc } from "@/trpc/server";
import { HandlersScreen } from "./_components/handlers-screen";

export const metadata: Metadata = { title: "Handlers" };

export default async function Page() {
  await prefetch(trpc.log.handlers.queryOptions());
  return (
    <HydrateQueries>
      <ToastProvider>
        <HandlersScreen now={new Date().toISOString()} />
      </ToastProvider>
    </HydrateQueries>
  );
}
