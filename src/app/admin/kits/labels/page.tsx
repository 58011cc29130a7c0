import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { labelsParsers } from "@/app/admin/kits/_components/labels-href";
import { PageBody } from "@/components/page-body";
import { qrDrawing } from "@/components/qr-drawing";
import { fetchIfThere, requireViewer, trpc } from "@/trpc/server";
import { LabelSheet } from "./_components/label-sheet";

export const metadata: Metadata = { title: "Kit labels" };

const loadParts = createLoader(labelsParsers);
/** What one answer of the list holds; a warehouse with more prints template by template. */
const LABELS_MAX = 200;

export default async function LabelsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { template, kit } = await loadParts(searchParams);
  await requireViewer("/admin/kits/labels");
  const one = kit === null ? null : await fetchIfThere(trpc.kits.byId.queryOptions({ kitInstanceId: kit }));
  const many =
    kit === null
      ? await fetchIfThere(
          trpc.kits.list.queryOptions({
            ...(template !== null && { kitTemplateId: template }),
            limit: LABELS_MAX,
          }),
        )
      : null;
  const kits = one === null ? (many?.items ?? []) : [one];
  const left = many === null ? 0 : many.total - kits.length;
  return (
    <PageBody>
      <LabelSheet
        labels={kits.map(({ id, code, templateName, home }) => ({
          id,
          code,
          templateName,
          home,
          drawing: qrDrawing(code),
        }))}
        left={left}
      />
    </PageBody>
  );
}
