import type { Metadata } from "next";
import { PageBody } from "@/components/page-body";
import { HydrateQueries, prefetch, trpc } from "@/trpc/server";
import { ImportScreen } from "./_components/import-screen";

export const metadata: Metadata = { title: "Import bookings" };

export default async function ImportPage() {
  const now = new Date().toISOString();
  await prefetch(trpc.bookings.importRuns.queryOptions());
  return (
    <HydrateQueries>
      <PageBody>
        <ImportScreen now={now} />
      </PageBody>
    </HydrateQueries>
  );
}
