"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { problemOf } from "@/components/form/problem-of";
import { usePanelKey } from "@/components/keyboard/use-panel-key";
import { StatusBadge } from "@/components/status-badge";
import { issueLooks, issueSeverityLooks } from "@/components/status-looks/venues";
import { DetailPane } from "@/components/ui/detail-pane";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { IssueActs } from "./issue-acts";
import { IssueRecord } from "./issue-record";
import { aboutWords } from "./issue-words";

export interface IssuePaneProps {
  issueId: string;
  closeHref: Route;
  onClose: () => void;
  now: string;
  timeZone: string;
}

/** One issue beside the list, on a phone over it. */
export function IssuePane({ issueId, closeHref, onClose, now, timeZone }: IssuePaneProps) {
  const trpc = useTRPC();
  const panel = usePanelKey();
  const issue = useQuery(trpc.issues.byId.queryOptions({ issueId }));
  const problem = issue.error === null ? null : problemOf(issue.error);
  const title = issue.data ? `Issue of ${aboutWords(issue.data)}` : "Issue";
  return (
    <DetailPane
      ref={panel}
      title={<span title={title}>{title}</span>}
      label={title}
      closeHref={closeHref}
      onClose={onClose}
      {...(issue.data && {
        head: (
          <div className="grid gap-2 pt-1 pb-1">
            <span className="flex flex-wrap gap-1">
              <StatusBadge look={issueSeverityLooks[issue.data.severity]} />
              <StatusBadge look={issueLooks[issue.data.status]} />
            </span>
            <IssueActs key={issue.data.id} issue={issue.data} />
          </div>
        ),
      })}
    >
      {issue.isPending ? <SkeletonRows rows={5} label="Loading the issue" /> : null}
      {problem?.code === "NOT_FOUND" ? (
        <EmptyState title="This issue is not here">
          It may have been reported a moment ago: look again soon. Or the link is mistyped.
        </EmptyState>
      ) : null}
      {problem !== null && problem.code !== "NOT_FOUND" ? (
        <PanelError what="The issue" reference={problem.requestId} onRetry={() => void issue.refetch()} />
      ) : null}
      {issue.data ? <IssueRecord issue={issue.data} now={now} timeZone={timeZone} /> : null}
    </DetailPane>
  );
}
