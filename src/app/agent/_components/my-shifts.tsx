"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarClock } from "lucide-react";
import type { ReactNode } from "react";
import { problemOf } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { ShiftCard } from "./shift-card";
import type { AgentShift } from "./shift-words";

type Mine = RouterOutputs["staffing"]["myAssignments"];

/** The next shift first, then what waits for an answer. */
export function TodayScreen({ now }: { now: string }) {
  return (
    <MyShifts title="Today">
      {({ upcoming: [next], offers }) => (
        <>
          {next ? (
            <Section title="Next shift" shifts={[next]} now={now} />
          ) : (
            <EmptyState title="No shifts">Shifts you accept stand here, the next one first.</EmptyState>
          )}
          <Section title="Offers" shifts={offers} now={now} />
        </>
      )}
    </MyShifts>
  );
}

/** All that is ahead, and what is behind. */
export function ShiftsScreen({ now }: { now: string }) {
  return (
    <MyShifts
      title="Shifts"
      actions={
        <ButtonLink href="/agent/availability" icon={<CalendarClock />}>
          Availability
        </ButtonLink>
      }
    >
      {({ upcoming, past }) => (
        <>
          {upcoming.length === 0 ? (
            <EmptyState title="No shifts ahead">Offers that you accept become shifts here.</EmptyState>
          ) : null}
          <Section title="Ahead" shifts={upcoming} now={now} />
          <Section title="Behind you" shifts={past} now={now} />
        </>
      )}
    </MyShifts>
  );
}

interface MyShiftsProps {
  title: string;
  actions?: ReactNode;
  children: (mine: Mine) => ReactNode;
}

function MyShifts({ title, actions, children }: MyShiftsProps) {
  const trpc = useTRPC();
  const mine = useQuery(trpc.staffing.myAssignments.queryOptions());
  return (
    <>
      <PageHeader title={title} actions={actions} />
      {mine.data ? children(mine.data) : null}
      {mine.data === undefined && mine.error !== null ? (
        <PanelError
          what="Your shifts"
          reference={problemOf(mine.error).requestId}
          onRetry={() => void mine.refetch()}
        />
      ) : null}
      {mine.isPending ? <SkeletonRows rows={6} label="Loading your shifts" /> : null}
    </>
  );
}

interface SectionProps {
  title: string;
  shifts: readonly AgentShift[];
  now: string;
}

function Section({ title, shifts, now }: SectionProps) {
  if (shifts.length === 0) return null;
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 className="text-title">{title}</h2>
      {shifts.map((shift) => (
        <ShiftCard key={shift.id} shift={shift} now={now} />
      ))}
    </section>
  );
}
