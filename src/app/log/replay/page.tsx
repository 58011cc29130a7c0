import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { HydrateQueries, prefetch, trpc } from "@/trpc/server";
import { ReplayScreen } from "./_components/replay-screen";
import { replayParsers } from "./_components/replay-view";

export const metadata: Metadata = { title: "Replay" };

const load = createLoader(replayParsers);

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const { handler } = await load(searchParams);
  await prefetch(trpc.log.handlers.queryOptions());
  return (
    <HydrateQueries>
      <ReplayScreen handler={handler} now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
