import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { ToastProvider } from "@/components/ui/toast";
import { HydrateQueries, prefetch, trpc } from "@/trpc/server";
import { RetentionScreen } from "./_components/retention-screen";
import { planOf, retentionParsers } from "./_components/retention-view";

export const metadata: Metadata = { title: "Retention" };

const load = createLoader(retentionParsers);

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const view = await load(searchParams);
  await Promise.all([
    prefetch(trpc.log.retention.queryOptions(planOf(view))),
    prefetch(trpc.log.holds.queryOptions()),
    prefetch(trpc.log.seals.queryOptions({})),
  ]);
  return (
    <HydrateQueries>
      <ToastProvider>
        <RetentionScreen now={new Date().toISOString()} />
      </ToastProvider>
    </HydrateQueries>
  );
}
