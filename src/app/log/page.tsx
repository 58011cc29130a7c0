import type { Metadata, Route } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { createLoader, type SearchParams } from "nuqs/server";
import { CATEGORIES, categoryOf, eventTypes } from "@/domain-events/catalog/catalog";
import { fieldChoices } from "@/domain-events/catalog/searchable-fields";
import { fetchIfThere, HydrateQueries, prefetch, prefetchPages, trpc } from "@/trpc/server";
import { lookCookie, readLook } from "./_components/log-look";
import { LogScreen } from "./_components/log-screen";
import { logParsers, searchOf } from "./_components/log-view";

export const metadata: Metadata = { title: "Log" };

const load = createLoader(logParsers);

/** The catalog itself stays on the server; the filter needs only its names. */
const typesByCategory = CATEGORIES.map((category) => ({
  category,
  types: eventTypes.filter((type) => categoryOf(type) === category),
}));

const payloadChoices = fieldChoices();

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const asked = await searchParams;
  const views = await fetchIfThere(trpc.views.list.queryOptions({ screen: "log" }));
  const usual = views?.find(({ isDefault }) => isDefault);
  // The plain address opens what the person chose to begin with.
  if (usual && Object.keys(asked).length === 0) redirect(`/log?${usual.query}&saved=${usual.id}` as Route);
  const view = await load(asked);
  await Promise.all([
    prefetchPages(
      trpc.log.search.infiniteQueryOptions(searchOf(view), { getNextPageParam: ({ next }) => next }),
    ),
    view.open === "" ? null : prefetch(trpc.log.byId.queryOptions({ id: view.open })),
  ]);
  const look = readLook((await cookies()).get(lookCookie)?.value);
  return (
    <HydrateQueries>
      <LogScreen
        typesByCategory={typesByCategory}
        payloadChoices={payloadChoices}
        firstLook={look}
        now={new Date().toISOString()}
      />
    </HydrateQueries>
  );
}
