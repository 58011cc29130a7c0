import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { HydrateQueries, prefetch, trpc } from "@/trpc/server";
import { HealthScreen } from "./_components/health-screen";
import { healthParsers } from "./_components/health-view";

export const metadata: Metadata = { title: "Log health" };

const load = createLoader(healthParsers);

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const { range } = await load(searchParams);
  await prefetch(trpc.log.monitoring.queryOptions({ range }));
  return (
    <HydrateQueries>
      <HealthScreen />
    </HydrateQueries>
  );
}
