"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { problemOf } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { PlanProgress } from "./plan-progress";
import { PlanSeats } from "./plan-seats";
import { ProposeForm } from "./propose-form";
import { brokenSeats, type Plan, resultWords } from "./plan-words";

const ASK_AGAIN_MS = 700;
const crumbs = [{ label: "Staffing", href: "/admin/staffing" }] as const;

const PublishDialog = dynamic(() => import("./publish-dialog").then((part) => part.PublishDialog), {
  ssr: false,
});

/** A week's roster: proposed, changed, and told to nobody before it is published. */
export function PlanScreen({ now }: { now: string }) {
  const trpc = useTRPC();
  const plan = useQuery({
    ...trpc.staffing.plan.queryOptions({}),
    refetchInterval: (query) => (query.state.data?.status === "solving" ? ASK_AGAIN_MS : false),
  });
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title="Plan a week"
        meta="Everybody is told at once when you publish, and nobody before."
        {...(plan.data?.status === "ready" && { actions: <Publish plan={plan.data} /> })}
      />
      <ProposeForm now={now} isSolving={plan.data?.status === "solving"} />
      {plan.data === undefined ? (
        plan.error ? (
          <PanelError
            what="The plan"
            reference={problemOf(plan.error).requestId}
            onRetry={() => void plan.refetch()}
          />
        ) : (
          <SkeletonRows rows={8} label="Loading the plan" />
        )
      ) : (
        <PlanState plan={plan.data} now={now} />
      )}
    </>
  );
}

function Publish({ plan }: { plan: Plan }) {
  const publish = useLateDialog();
  const isEmpty = plan.seats.every(({ person }) => person === null);
  if (isEmpty || brokenSeats(plan.seats).length > 0) return null;
  return (
    <>
      <Button variant="primary" onClick={publish.open}>
        Publish…
      </Button>
      {publish.wasOpened ? <PublishDialog plan={plan} {...publish.dialog} /> : null}
    </>
  );
}

function PlanState({ plan, now }: { plan: Plan | null; now: string }) {
  if (plan === null) {
    return (
      <EmptyState title="No plan yet">
        Choose a week and propose: every open slot is looked at with everybody who does its role.
      </EmptyState>
    );
  }
  switch (plan.status) {
    case "solving":
      return <PlanProgress progress={plan.progress} />;
    case "failed":
      return (
        <Notice tone="problem" title="There is no roster">
          {plan.failure}
        </Notice>
      );
    case "published":
      return (
        <Notice tone="good" title={`${counted(plan.publishedShifts ?? 0, "shift")} offered`}>
          The answers stand on each event. What is still open can be planned again.
        </Notice>
      );
    case "ready":
      return <ReadyPlan plan={plan} now={now} />;
    default:
      return plan.status satisfies never;
  }
}

function ReadyPlan({ plan, now }: { plan: Plan; now: string }) {
  const broken = brokenSeats(plan.seats);
  if (plan.seats.length === 0) {
    return <EmptyState title="Nothing to plan">No slot of that time is open and unasked.</EmptyState>;
  }
  return (
    <>
      <Notice title="Proposed, and told to nobody">{resultWords(plan.progress)}</Notice>
      {broken.length === 0 ? null : (
        <Notice tone="problem" title={`${counted(broken.length, "slot")} cannot stay as planned`}>
          Choose somebody else, or leave them open. Then the plan can be published.
        </Notice>
      )}
      <PlanSeats plan={plan} now={now} />
    </>
  );
}
