"use client";

import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonSize } from "@/components/ui/button-class";
import type { Activity, EventRecord } from "./event-record";
import { loadIssueForm } from "./late-forms";
import { LateSheet, useSheet } from "@/components/late-sheet";

export interface ReportIssueProps {
  event: EventRecord;
  activities: readonly Activity[];
  size?: ButtonSize;
  /** Where the room is scarce: the accessible name stays whole. */
  words?: string;
}

/** The button and the form behind it; afterwards it says where the report stands. */
export function ReportIssue({ event, activities, size = "control", words }: ReportIssueProps) {
  const sheet = useSheet();
  const [wasReported, setWasReported] = useState(false);
  const open = () => {
    setWasReported(false);
    sheet.open();
  };
  const done = () => {
    setWasReported(true);
    sheet.close();
  };
  return (
    <div className="grid content-start">
      <Button size={size} icon={<TriangleAlert />} aria-label="Report issue" onClick={open}>
        {words ?? "Report issue"}
      </Button>
      <p role="status" className={wasReported ? "pt-1 text-center text-meta text-on-good" : "sr-only"}>
        {wasReported ? "Reported" : ""}
      </p>
      <LateSheet
        sheet={sheet}
        title="Report an issue"
        load={loadIssueForm}
        props={{ event, activities, onDone: done }}
      />
    </div>
  );
}
