"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { AvailabilityRecord } from "@/components/availability/availability-values";
import { PapersList } from "@/components/availability/papers-list";
import { problemOf } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { zoneLabel } from "@/values/format-time";

const AvailabilityForm = dynamic(
  () => import("@/components/availability/availability-form").then((part) => part.AvailabilityForm),
  { ssr: false, loading: () => <SkeletonRows rows={8} label="Loading your week" /> },
);

/** When the agent is free, and until when their papers hold. */
export function AvailabilityScreen({ now }: { now: string }) {
  const trpc = useTRPC();
  const own = useQuery(trpc.staffing.availability.queryOptions({}));
  return (
    <>
      <PageHeader title="Availability" meta="The desk asks you for shifts at these times." />
      {own.data ? (
        <AvailabilityCards record={own.data} now={now} />
      ) : own.error === null ? (
        <SkeletonRows rows={8} label="Loading your availability" />
      ) : problemOf(own.error).code === "FORBIDDEN" ? (
        <EmptyState title="Only brand agents are asked for shifts" />
      ) : (
        <PanelError
          what="Your availability"
          reference={problemOf(own.error).requestId}
          onRetry={() => void own.refetch()}
        />
      )}
    </>
  );
}

function AvailabilityCards({ record, now }: { record: AvailabilityRecord; now: string }) {
  const [isSaved, setIsSaved] = useState(false);
  const { weekly, version, timeZone, papers } = record;
  return (
    <>
      {isSaved ? <Notice tone="good" role="status" title="Your availability is saved." /> : null}
      {weekly === null ? (
        <Notice tone="caution" title="You have not said when you are free">
          Until you save a week here, the desk is warned before it asks you.
        </Notice>
      ) : null}
      <Card>
        {timeZone === null ? null : (
          <p className="mb-3 text-meta text-muted">{`Times are on your clock, ${zoneLabel(timeZone)}.`}</p>
        )}
        {/* Another version is another form: what was saved meanwhile is what it begins with. */}
        <AvailabilityForm key={version} record={record} whose="your" onSaved={() => setIsSaved(true)} />
      </Card>
      <Card title="Your papers">
        <div className="grid gap-3">
          <PapersList papers={papers} now={now} />
          <p className="text-meta text-muted">Show a new one to the desk, who records it.</p>
        </div>
      </Card>
    </>
  );
}
