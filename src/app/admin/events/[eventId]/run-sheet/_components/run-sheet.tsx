import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import type { NamedRecord, RecordDetails } from "@/app/admin/events/_components/use-event-record";
import type { RouterOutputs } from "@/trpc/client";
import { SheetActivities } from "./sheet-activities";
import { SheetFacts } from "./sheet-facts";
import { SheetFoot } from "./sheet-foot";
import { SheetHead } from "./sheet-head";
import { SheetIssues } from "./sheet-issues";
import { SheetNeeds } from "./sheet-needs";
import { SheetTasks } from "./sheet-tasks";

/** A code to scan, as modules of 1 by 1. */
export interface SheetCode {
  readonly size: number;
  readonly path: string;
}

export interface RunSheetProps {
  event: EventRecord;
  details: RecordDetails;
  nameOf: NamedRecord["nameOf"];
  activities: RouterOutputs["activities"]["listForEvent"];
  address: string;
  code: SheetCode;
  printedBy: string;
  now: string;
}

/** One event on paper: times, contacts, what happens, who and what is needed, what is still to be done. */
export function RunSheet(props: RunSheetProps) {
  return (
    <article
      data-paper
      className="mx-auto grid w-full max-w-4xl gap-5 rounded-card border border-border bg-surface p-6 text-cell max-sm:p-4 print:max-w-none print:rounded-none print:border-0 print:p-0"
    >
      <SheetHead {...props} />
      <SheetFacts {...props} />
      <SheetActivities {...props} />
      <SheetNeeds {...props} />
      <SheetTasks {...props} />
      <SheetIssues {...props} />
      <SheetFoot {...props} />
    </article>
  );
}
