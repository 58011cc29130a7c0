"use client";

import { ReportButton } from "@/components/problem/report-button";
import type { ButtonSize } from "@/components/ui/button-class";
import type { Activity, EventRecord } from "./event-record";
import { loadIssueForm } from "./late-forms";

export interface ReportIssueProps {
  event: EventRecord;
  activities: readonly Activity[];
  size?: ButtonSize;
  /** Where the room is scarce: the accessible name stays whole. */
  words?: string;
}

/** The way to say what is wrong at an event. */
export function ReportIssue({ event, activities, size, words }: ReportIssueProps) {
  return (
    <ReportButton
      name="Report issue"
      title="Report an issue"
      load={loadIssueForm}
      props={{ event, activities }}
      {...(size && { size })}
      {...(words !== undefined && { words })}
    />
  );
}
