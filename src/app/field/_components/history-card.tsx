"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useLatePart } from "@/components/ui/use-late-part";
import type { EventRecord } from "./event-record";

const loadHistory = () => import("@/components/booking-history").then((part) => part.BookingHistory);

/** Who did what with the event; comes when somebody opens it. */
export function HistoryCard({ event, now }: { event: EventRecord; now: string }) {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details
      className="group rounded-card border border-border bg-surface px-4"
      onToggle={(toggle) => {
        if (toggle.currentTarget.open) setWasOpened(true);
      }}
    >
      <summary className="flex min-h-control items-center justify-between text-title">
        History
        <ChevronDown className="transition-transform group-open:rotate-180" />
      </summary>
      <div className="pb-4">{wasOpened ? <LateHistory event={event} now={now} /> : null}</div>
    </details>
  );
}

function LateHistory({ event, now }: { event: EventRecord; now: string }) {
  const { part: History, hasFailed, retry } = useLatePart(loadHistory);
  if (hasFailed) return <PanelError what="The history" onRetry={retry} />;
  if (!History) return <SkeletonRows rows={4} label="Loading the history" />;
  return <History bookingId={event.booking.id} eventId={event.id} timeZone={event.timeZone} now={now} />;
}
