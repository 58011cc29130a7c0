import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { isUuid } from "@/values/ids";
import { KitTemplatesScreen } from "./_components/kit-templates-screen";
import { viewParsers } from "./_components/templates-view";

export const metadata: Metadata = { title: "Kit templates" };

const loadView = createLoader(viewParsers);

export default async function KitTemplatesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await loadView(searchParams);
  await requireViewer("/admin/kits/templates");
  await Promise.all([
    prefetch(trpc.kits.templates.queryOptions({ includeArchived: view.archived })),
    prefetch(trpc.reports.kitUtilisation.queryOptions({})),
    ...(isUuid(view.open) ? [prefetch(trpc.kits.template.queryOptions({ kitTemplateId: view.open }))] : []),
  ]);
  return (
    <HydrateQueries>
      <KitTemplatesScreen />
    </HydrateQueries>
  );
}
