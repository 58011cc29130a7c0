import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageBody } from "@/components/page-body";
import { fetchIfThere, HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { isUuid } from "@/values/ids";
import { KitScreen } from "./_components/kit-screen";

interface KitPageProps {
  params: Promise<{ kitId: string }>;
}

export async function generateMetadata({ params }: KitPageProps): Promise<Metadata> {
  const { kitId } = await params;
  const kit = isUuid(kitId)
    ? await fetchIfThere(trpc.kits.byId.queryOptions({ kitInstanceId: kitId }))
    : null;
  return { title: kit?.code ?? "Kit" };
}

export default async function KitPage({ params }: KitPageProps) {
  const { kitId } = await params;
  if (!isUuid(kitId)) notFound();
  const viewer = await requireViewer(`/admin/kits/${kitId}`);
  await prefetch(trpc.kits.byId.queryOptions({ kitInstanceId: kitId }));
  return (
    <HydrateQueries>
      <PageBody>
        <KitScreen kitId={kitId} now={new Date().toISOString()} timeZone={viewer.timeZone ?? "UTC"} />
      </PageBody>
    </HydrateQueries>
  );
}
