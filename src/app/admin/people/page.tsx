import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { PeopleScreen } from "./_components/people-screen";
import { listInputOf, viewParsers } from "./_components/people-view";

export const metadata: Metadata = { title: "People" };

const loadView = createLoader(viewParsers);

export default async function PeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await loadView(searchParams);
  await requireViewer("/admin/people");
  await prefetch(trpc.directory.people.staff.queryOptions(listInputOf(view)));
  return (
    <HydrateQueries>
      <PeopleScreen now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
