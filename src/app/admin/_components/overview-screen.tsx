"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { PageLink } from "@/components/ui/page-link";
import { bookingStatuses } from "./booking-statuses";
import { problemOf } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { StatusBadge } from "@/components/status-badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { Facts } from "@/components/ui/facts";
import { Skeleton } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { formatDate, zoneLabel } from "@/values/format-time";
import { NextEventsCard } from "./next-events-card";
import { type Overview, OverviewFigures } from "./overview-figures";
import { QueueCard } from "./queue-card";
import { RadarCard } from "./radar/radar-card";
import { WeeklyChart } from "./weekly-chart";
import { bookingLooks } from "@/components/status-looks/bookings";

/** Where an admin begins: what is late, what needs deciding, what comes next, how it went. */
export function OverviewScreen({ now, timeZone }: { now: string; timeZone: string }) {
  const trpc = useTRPC();
  const overview = useQuery(trpc.reports.overview.queryOptions());
  return (
    <>
      <PageHeader
        title="Overview"
        meta={`${formatDate(now, timeZone, now)}, ${zoneLabel(timeZone)}`}
        actions={
          <ButtonLink variant="primary" href="/admin/bookings/new" icon={<Plus />}>
            New booking
          </ButtonLink>
        }
      />
      {overview.isError && !overview.data ? (
        <PanelError
          what="The figures"
          reference={problemOf(overview.error).requestId}
          onRetry={() => void overview.refetch()}
        />
      ) : null}
      {overview.isPending ? <Skeleton className="h-28" /> : null}
      {overview.data ? <OverviewFigures overview={overview.data} now={now} timeZone={timeZone} /> : null}
      <RadarCard now={now} timeZone={timeZone} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <QueueCard now={now} timeZone={timeZone} />
        <NextEventsCard now={now} />
      </div>
      {overview.data ? <Reports overview={overview.data} now={now} /> : null}
    </>
  );
}

function Reports({ overview, now }: { overview: Overview; now: string }) {
  const { decisions } = overview;
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <Card title="Bookings submitted, last 12 weeks">
        <WeeklyChart
          title="Bookings submitted, last 12 weeks"
          unit="Bookings per week, from Monday, UTC"
          weeks={overview.submittedPerWeek}
          now={now}
        />
      </Card>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Card title="Decisions, last 30 days">
          <Facts
            facts={[
              { label: "Approved", value: <Num value={decisions.approved} /> },
              { label: "Rejected", value: <Num value={decisions.rejected} /> },
              { label: "Changes asked", value: <Num value={decisions.changesRequested} /> },
            ]}
          />
        </Card>
        <Card title="Bookings by status">
          <ByStatus counts={overview.bookingsByStatus} />
        </Card>
      </div>
    </div>
  );
}

function ByStatus({ counts }: { counts: Overview["bookingsByStatus"] }) {
  const byStatus = new Map(counts.map(({ status, count }) => [status, count] as const));
  return (
    <ul className="grid gap-1 text-cell">
      {bookingStatuses.map((state) => (
        <li key={state} className="flex items-center justify-between gap-3">
          <PageLink
            href={`/admin/bookings?waiting=all&status=${state}`}
            className="inline-flex min-h-target items-center rounded-badge hover:underline"
          >
            <StatusBadge look={bookingLooks[state]} />
          </PageLink>
          <Num value={byStatus.get(state) ?? 0} />
        </li>
      ))}
    </ul>
  );
}

function Num({ value }: { value: number }) {
  return <span className="tabular-nums">{String(value).replace(/\B(?=(\d{3})+$)/g, "\u00A0")}</span>;
}
