"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryStates } from "nuqs";
import { problemOf } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useNow } from "@/components/use-now";
import { useTRPC } from "@/trpc/client";
import { type Arrival, currentArrival } from "./arrival";
import { ArrivalHead } from "./arrival-head";
import { CheckInActs } from "./check-in-acts";
import { CheckOutBar } from "./check-out-bar";
import { OtherArrivals } from "./other-arrivals";
import { ReportShiftProblem } from "./report-shift-problem";

/** The check-in of the shift that is due, or that the address names; a code in it was scanned with the camera. */
export function CheckInScreen({ now: made }: { now: string }) {
  const trpc = useTRPC();
  const now = useNow(made);
  const [address] = useQueryStates({ shift: parseAsString, event: parseAsString, code: parseAsString });
  // What may be done depends on the clock, so it is asked again while the screen is open.
  const arrivals = useQuery({ ...trpc.staffing.arrivals.queryOptions(), refetchInterval: 60_000 });
  const arrival = arrivals.data && currentArrival(arrivals.data, address);
  const problem = arrivals.error === null ? null : problemOf(arrivals.error);
  return (
    <>
      <PageHeader title="Check in" />
      {arrivals.isPending ? <SkeletonRows rows={5} label="Loading your shifts" /> : null}
      {problem !== null && arrivals.data === undefined ? (
        <PanelError
          what="Your shifts"
          reference={problem.requestId}
          onRetry={() => void arrivals.refetch()}
        />
      ) : null}
      {arrival === null ? <NoShift /> : null}
      {arrival ? (
        <>
          <ArrivalHead arrival={arrival} now={now} />
          <OtherArrivals arrivals={(arrivals.data ?? []).filter((other) => other !== arrival)} now={now} />
          <Acts arrival={arrival} code={address.code} now={now} />
          {arrival.can.reportIssue ? <ReportShiftProblem place={arrival} /> : null}
        </>
      ) : null}
    </>
  );
}

function Acts({ arrival, code, now }: { arrival: Arrival; code: string | null; now: string }) {
  if (arrival.can.checkOut) return <CheckOutBar key={arrival.assignmentId} arrival={arrival} now={now} />;
  return <CheckInActs key={arrival.assignmentId} arrival={arrival} code={code} now={now} />;
}

function NoShift() {
  return (
    <EmptyState
      title="No shift to check in to"
      action={<ButtonLink href="/agent/hours">See my hours</ButtonLink>}
    >
      Shifts that you accepted stand here from two days before they begin.
    </EmptyState>
  );
}
