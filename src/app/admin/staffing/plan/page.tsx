import type { Metadata } from "next";
import { PageBody } from "@/components/page-body";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { PlanScreen } from "./_components/plan-screen";

export const metadata: Metadata = { title: "Plan a week" };

export default async function PlanPage() {
  await requireViewer("/admin/staffing/plan");
  await prefetch(trpc.staffing.plan.queryOptions({}));
  return (
    <HydrateQueries>
      <PageBody>
        <PlanScreen now={new Date().toISOString()} />
      </PageBody>
    </HydrateQueries>
  );
}
