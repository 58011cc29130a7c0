"use client";

import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useLatePart } from "@/components/ui/use-late-part";

const loadStaff = () => import("@/components/event-staff/event-staff").then((part) => part.EventStaff);

/** Who is asked for what: below the fold and with forms of its own, so it comes once the rest is there. */
export function LateStaff({ eventId, now }: { eventId: string; now: string }) {
  const { part: Staff, hasFailed, retry } = useLatePart(loadStaff);
  if (hasFailed) return <PanelError what="The staff" onRetry={retry} />;
  if (!Staff) return <SkeletonRows rows={3} label="Loading the staff" />;
  return <Staff eventId={eventId} now={now} />;
}
