"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LazyAssignDialog } from "@/app/admin/_components/assign/lazy-assign-dialog";
import { useTRPC } from "@/trpc/client";
import { managerLanes } from "./lanes";
import { Timeline } from "./timeline";
import type { LanesProps } from "./venue-timeline";

/** Who runs what; an event that is dropped onto somebody shows what stands against it before it is theirs. */
export function ManagerTimeline({ entries, ...timeline }: LanesProps) {
  const trpc = useTRPC();
  const choices = useQuery(trpc.events.choices.queryOptions());
  const [wish, setWish] = useState<{ eventId: string; managerId: string | null } | null>(null);
  return (
    <>
      <p className="pb-2 text-cell text-muted">
        Drag an event onto a manager, or choose “Assign to…” in its menu. Conflicts show before it is saved.
      </p>
      <Timeline
        head="Manager"
        lanes={managerLanes(entries, choices.data?.managers ?? [])}
        onAssign={(eventId, managerId) => setWish({ eventId, managerId })}
        {...timeline}
      />
      {wish === null ? null : (
        <LazyAssignDialog key={wish.eventId} {...wish} onClose={() => setWish(null)} now={timeline.now} />
      )}
    </>
  );
}
