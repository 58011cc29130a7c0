import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { HydrateQueries, prefetch, trpc } from "@/trpc/server";
import { CatalogScreen } from "./_components/catalog-screen";
import { catalogParsers } from "./_components/catalog-view";

interface Props {
  readonly searchParams: Promise<SearchParams>;
}

const load = createLoader(catalogParsers);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { open } = await load(searchParams);
  return { title: open === "" ? "Type catalog" : `${open} · Type catalog` };
}

export default async function Page() {
  await prefetch(trpc.log.catalogue.queryOptions());
  return (
    <HydrateQueries>
      <CatalogScreen />
    </HydrateQueries>
  );
}
