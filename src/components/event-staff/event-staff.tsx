"use client";

import { useQuery } from "@tanstack/react-query";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { SlotRow } from "./slot-row";

/** Who is asked for what at one event: for the desk and for its manager. */
export function EventStaff({ eventId, now }: { eventId: string; now: string }) {
  const trpc = useTRPC();
  const staff = useQuery(trpc.staffing.listForEvent.queryOptions({ eventId }));
  const { data } = staff;
  return (
    <Card title="Staff" isFlush aside={data && data.needed > 0 ? <Coverage {...data} /> : undefined}>
      {data === undefined && staff.isError ? (
        <PanelError what="The staff" onRetry={() => void staff.refetch()} />
      ) : null}
      {staff.isPending ? <SkeletonRows rows={3} label="Loading the staff" /> : null}
      {data?.slots.length === 0 ? (
        <p className="px-4 py-3 text-cell text-muted">
          Nobody is asked for. Roles come from the activities of the event.
        </p>
      ) : null}
      {data === undefined || data.slots.length === 0 ? null : (
        <ul className="divide-y divide-border">
          {data.slots.map((slot) => (
            <SlotRow key={slot.id} slot={slot} timeZone={data.timeZone} now={now} />
          ))}
        </ul>
      )}
    </Card>
  );
}

interface CoverageProps {
  needed: number;
  filled: number;
  offered: number;
}

function Coverage({ needed, filled, offered }: CoverageProps) {
  const open = needed - filled - offered;
  const words = [
    `${filled} of ${needed} filled`,
    ...(offered > 0 ? [`${offered} offered`] : []),
    ...(open > 0 ? [`${open} open`] : []),
  ];
  return <span className="text-meta text-muted tabular-nums">{words.join(" · ")}</span>;
}
