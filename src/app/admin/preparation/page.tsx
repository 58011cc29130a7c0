import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { HydrateQueries, prefetch, trpc } from "@/trpc/server";
import { PreparationScreen } from "./_components/preparation-screen";
import { listInputOf, viewParsers } from "./_components/preparation-view";

export const metadata: Metadata = { title: "Preparation templates" };

const loadView = createLoader(viewParsers);

export default async function PreparationPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await loadView(searchParams);
  await prefetch(trpc.preparationTemplates.list.queryOptions(listInputOf(view)));
  return (
    <HydrateQueries>
      <PreparationScreen />
    </HydrateQueries>
  );
}
