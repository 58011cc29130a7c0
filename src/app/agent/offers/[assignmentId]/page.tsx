import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OfferScreen } from "@/app/agent/_components/offer-screen";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { isUuid } from "@/values/ids";

export const metadata: Metadata = { title: "Shift" };

interface OfferPageProps {
  readonly params: Promise<{ readonly assignmentId: string }>;
}

export default async function Page({ params }: OfferPageProps) {
  const { assignmentId } = await params;
  if (!isUuid(assignmentId)) notFound();
  await requireViewer(`/agent/offers/${assignmentId}`);
  await prefetch(trpc.staffing.byId.queryOptions({ assignmentId }));
  return (
    <HydrateQueries>
      <OfferScreen assignmentId={assignmentId} now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
