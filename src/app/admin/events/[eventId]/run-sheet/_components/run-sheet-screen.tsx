"use client";

import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { eventHref } from "@/app/admin/_components/event-href";
import { EventUnavailable } from "@/app/admin/events/[eventId]/_components/event-unavailable";
import { useEventRecord } from "@/app/admin/events/_components/use-event-record";
import { PageHeader } from "@/components/page-header";
import { Button } from "@/components/ui/button";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { RunSheet, type SheetCode } from "./run-sheet";

export interface RunSheetScreenProps {
  eventId: string;
  /** Where the code leads. */
  address: string;
  code: SheetCode;
  printedBy: string;
  now: string;
}

/** The run sheet of an event, to look at and to print. */
export function RunSheetScreen({ eventId, address, code, printedBy, now }: RunSheetScreenProps) {
  const trpc = useTRPC();
  const event = useQuery(trpc.events.byId.queryOptions({ eventId }));
  const activities = useQuery(trpc.activities.listForEvent.queryOptions({ eventId }));
  const record = useEventRecord(eventId);
  if (!event.data) return <EventUnavailable error={event.error} onRetry={() => void event.refetch()} />;
  const label = `EV-${event.data.number}`;
  return (
    <>
      <div data-chrome>
        <PageHeader
          crumbs={[
            { label: "Events", href: "/admin/events" },
            { label, href: eventHref(eventId) },
          ]}
          title={`Run sheet of ${label}`}
          meta="Prints on A4 and Letter, black on white."
          actions={
            <Button variant="primary" icon={<Printer />} onClick={() => window.print()}>
              Print
            </Button>
          }
        />
      </div>
      {record.isFailed || (activities.isError && !activities.data) ? (
        <PanelError
          what="The run sheet"
          onRetry={() => {
            record.retry();
            void activities.refetch();
          }}
        />
      ) : null}
      {record.details && activities.data ? (
        <RunSheet
          event={event.data}
          details={record.details}
          nameOf={record.nameOf}
          activities={activities.data}
          address={address}
          code={code}
          printedBy={printedBy}
          now={now}
        />
      ) : (
        <SkeletonRows rows={12} label="Loading the run sheet" />
      )}
    </>
  );
}
