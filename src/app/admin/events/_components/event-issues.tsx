"use client";

import dynamic from "next/dynamic";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { EventRecord } from "./event-facts";
import { IssueRow } from "./issue-row";
import type { NamedRecord } from "./use-event-record";

const ReportIssueDialog = dynamic(
  () => import("./acts/report-issue-dialog").then((part) => part.ReportIssueDialog),
  { ssr: false },
);

export interface EventIssuesProps {
  event: EventRecord;
  record: NamedRecord;
  now: string;
}

/** What went wrong at the event, its activities and its venue: what is open comes first. */
export function EventIssues({ event, record, now }: EventIssuesProps) {
  const report = useLateDialog();
  const open = event.issues.filter(({ status }) => status !== "resolved");
  const resolved = event.issues.filter(({ status }) => status === "resolved");
  return (
    <Card
      title="Issues"
      isFlush
      aside={
        event.can.reportIssue ? (
          <Button variant="quiet" onClick={report.open}>
            Report an issue…
          </Button>
        ) : undefined
      }
    >
      {event.issues.length === 0 ? (
        <p className="px-4 py-3 text-cell text-muted">Nothing was reported.</p>
      ) : (
        <ul className="divide-y divide-border">
          {[...open, ...resolved].map((issue) => (
            <IssueRow key={issue.id} issue={issue} event={event} record={record} now={now} />
          ))}
        </ul>
      )}
      {report.wasOpened ? <ReportIssueDialog event={event} {...report.dialog} /> : null}
    </Card>
  );
}
