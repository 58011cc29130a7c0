import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { CATEGORIES, categoryOf, eventTypes } from "@/domain-events/catalog/catalog";
import { HydrateQueries, prefetch, trpc } from "@/trpc/server";
import { LogScreen } from "./_components/log-screen";
import { logParsers, searchOf } from "./_components/log-view";

export const metadata: Metadata = { title: "Log" };

const load = createLoader(logParsers);

/** The catalog itself stays on the server; the filter needs only its names. */
const typesByCategory = CATEGORIES.map((category) => ({
  category,
  types: eventTypes.filter((type) => categoryOf(type) === category),
}));

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const view = await load(searchParams);
  await Promise.all([
    prefetch(trpc.log.search.queryOptions(searchOf(view))),
    view.open === "" ? null : prefetch(trpc.log.byId.queryOptions({ id: view.open })),
  ]);
  return (
    <HydrateQueries>
      <LogScreen typesByCategory={typesByCategory} now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
