"use client";

import { Card } from "@/components/ui/card";
import type { Activity, EventRecord } from "./event-record";
import { IssueRow } from "./issue-row";
import { ReportIssue } from "./report-issue";

export interface IssuesCardProps {
  event: EventRecord;
  activities: readonly Activity[];
}

/** What went wrong: the open ones first, the worst on top. */
export function IssuesCard({ event, activities }: IssuesCardProps) {
  const issues = [...event.issues].sort((one, other) => rankOf(one) - rankOf(other));
  const open = issues.filter(({ status }) => status !== "resolved").length;
  return (
    <Card
      title="Issues"
      aside={open === 0 ? null : <span className="text-meta text-muted tabular-nums">{`${open} open`}</span>}
    >
      {issues.length === 0 ? <p className="text-muted">Nothing was reported.</p> : null}
      <ul className="divide-y divide-border">
        {issues.map((issue) => (
          <IssueRow key={issue.id} event={event} issue={issue} activities={activities} />
        ))}
      </ul>
      {event.can.reportIssue ? (
        <div className="pt-3">
          <ReportIssue event={event} activities={activities} />
        </div>
      ) : null}
    </Card>
  );
}

const SEVERITY_RANK = { critical: 0, high: 1, medium: 2, low: 3 } as const;

function rankOf({ status, severity }: EventRecord["issues"][number]): number {
  return (status === "resolved" ? 10 : 0) + SEVERITY_RANK[severity];
}
