"use client";

import { useQuery } from "@tanstack/react-query";
import { problemOf } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { OfferCard } from "./offer-card";

const crumbs = [{ label: "Today", href: "/agent" }] as const;

/** One shift, or all dates that were offered with it, each with an answer of its own. */
export function OfferScreen({ assignmentId, now }: { assignmentId: string; now: string }) {
  const trpc = useTRPC();
  const offer = useQuery(trpc.staffing.byId.queryOptions({ assignmentId }));
  const shifts = offer.data?.shifts ?? [];
  const problem = offer.error === null ? null : problemOf(offer.error);
  const isOffer = shifts.some(({ status }) => status === "offered");
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={isOffer ? "Offer" : "Shift"}
        meta={shifts.length > 1 ? `${shifts.length} dates, each with its own answer` : undefined}
      />
      {offer.isPending ? <SkeletonRows rows={6} label="Loading the shift" /> : null}
      {problem?.code === "NOT_FOUND" ? (
        <EmptyState title="This shift is not here">
          It was given to somebody else, or the link is mistyped.
        </EmptyState>
      ) : null}
      {problem !== null && problem.code !== "NOT_FOUND" && offer.data === undefined ? (
        <PanelError what="The shift" reference={problem.requestId} onRetry={() => void offer.refetch()} />
      ) : null}
      {shifts.map((shift) => (
        <OfferCard key={shift.id} shift={shift} userId={offer.data?.person.id ?? ""} now={now} />
      ))}
    </>
  );
}
