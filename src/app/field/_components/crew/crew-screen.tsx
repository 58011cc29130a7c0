"use client";

import { useQuery } from "@tanstack/react-query";
import { QrCode } from "lucide-react";
import { problemOf } from "@/components/form/problem-of";
import { LateSheet, useSheet } from "@/components/late-sheet";
import { PageHeader } from "@/components/page-header";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { formatWindow } from "@/values/format-time";
import { eventHref } from "@/app/field/_components/event-record";
import { type Crew, CREW_REFETCH_MS, crewGroups, crewWords } from "./crew-record";
import { MemberRow } from "./member-row";
import { OpenShifts } from "./open-shifts";

const loadCode = () => import("./event-code").then((part) => part.EventCode);

/** Who is to be at an event, and where they stand: who needs somebody first (screen Team of ux.md). */
export function CrewScreen({ eventId, now }: { eventId: string; now: string }) {
  const trpc = useTRPC();
  const crew = useQuery({
    ...trpc.staffing.crew.queryOptions({ eventId }),
    refetchInterval: CREW_REFETCH_MS,
  });
  if (crew.data) return <Loaded crew={crew.data} now={now} />;
  const problem = crew.error === null ? null : problemOf(crew.error);
  return (
    <>
      <PageHeader crumbs={[{ label: "My events", href: "/field/events" }]} title="Crew" />
      {problem === null ? <SkeletonRows rows={6} label="Loading the crew" /> : null}
      {problem?.code === "NOT_FOUND" ? (
        <EmptyState title="This event is not here">
          It may have been given to somebody else, or the link is mistyped.
        </EmptyState>
      ) : null}
      {problem !== null && problem.code !== "NOT_FOUND" ? (
        <PanelError what="The crew" reference={problem.requestId} onRetry={() => void crew.refetch()} />
      ) : null}
    </>
  );
}

function Loaded({ crew, now }: { crew: Crew; now: string }) {
  const sheet = useSheet();
  const { event, items, openSlots } = crew;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "My events", href: "/field/events" },
          { label: `EV-${event.number}`, href: eventHref(event.id) },
        ]}
        title="Crew"
        meta={event.title}
      />
      <div className="grid gap-1">
        <p role="status" className="text-title">
          {crewWords(items)}
        </p>
        <p className="text-muted wrap-anywhere">
          {`${event.venueName}, ${formatWindow(event, event.timeZone, now)}`}
        </p>
      </div>
      {openSlots.length === 0 ? null : <OpenShifts slots={openSlots} />}
      {items.length === 0 ? (
        <EmptyState title="Nobody yet">People stand here once they have accepted a shift.</EmptyState>
      ) : null}
      {crewGroups(items).map(({ title, members }) => (
        <section key={title} aria-label={title} className="grid gap-2">
          <h2 className="flex items-baseline justify-between text-title">
            {title}
            <span className="text-muted tabular-nums">{members.length}</span>
          </h2>
          <ul className="grid gap-2">
            {members.map((member) => (
              <MemberRow key={member.assignmentId} member={member} event={event} now={now} />
            ))}
          </ul>
        </section>
      ))}
      {crew.can.showCode ? (
        <ActionBar>
          <Button variant="primary" size="action" icon={<QrCode />} onClick={sheet.open} className="flex-1">
            Show the check-in code
          </Button>
        </ActionBar>
      ) : null}
      <LateSheet
        sheet={sheet}
        title={`Check-in code of EV-${event.number}`}
        load={loadCode}
        props={{ eventId: event.id, isShown: sheet.isOpen }}
      />
    </>
  );
}
