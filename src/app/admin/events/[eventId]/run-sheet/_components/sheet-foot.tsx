"use client";

import { useNow } from "@/components/use-now";
import { formatMoment } from "@/values/format-time";
import type { RunSheetProps } from "./run-sheet";

/** When it left the screen, on the venue's clock, and by whom: a sheet may be older than the event's last change. */
export function SheetFoot({ event, printedBy, now }: RunSheetProps) {
  const moment = useNow(now);
  return (
    <footer className="border-t border-border pt-1.5 text-meta text-muted">
      {"Printed "}
      <time dateTime={moment}>{formatMoment(moment, event.timeZone, now)}</time>
      {` by ${printedBy}. Later changes are not on this paper: scan the code to see them.`}
    </footer>
  );
}
