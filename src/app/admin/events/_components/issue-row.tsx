"use client";

import dynamic from "next/dynamic";
import { useAct } from "@/app/admin/_components/use-act";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { StatusBadge } from "@/components/status-badge";
import { issueLooks, issueSeverityLooks } from "@/components/status-looks/venues";
import { Button } from "@/components/ui/button";
import { useTRPC } from "@/trpc/client";
import { formatMoment } from "@/values/format-time";
import { issueTypeWords } from "./acts/issue-words";
import type { EventRecord } from "./event-facts";
import type { EventIssuesProps } from "./event-issues";

const ReasonDialog = dynamic(
  () => import("@/app/admin/_components/reason-dialog").then((part) => part.ReasonDialog),
  { ssr: false },
);

type Issue = EventRecord["issues"][number];

const SUBJECTS: Readonly<Record<Issue["subject"], string>> = {
  event: "Event",
  activity: "Activity",
  location: "Venue",
};

export interface IssueRowProps extends EventIssuesProps {
  issue: Issue;
}

/** One issue: how bad, what, who reported, took charge and settled it, and what can be done about it. */
export function IssueRow(props: IssueRowProps) {
  const { issue, record } = props;
  const report = record.details?.issues.find(({ id }) => id === issue.id);
  return (
    <li className="grid gap-1.5 px-4 py-2.5 text-cell">
      <p className="flex flex-wrap items-center gap-1.5">
        <StatusBadge look={issueSeverityLooks[issue.severity]} />
        <StatusBadge look={issueLooks[issue.status]} />
        <span className="text-meta text-muted">
          {SUBJECTS[issue.subject]}
          {report === undefined ? null : ` · ${issueTypeWords(report.issueType)}`}
        </span>
      </p>
      <p className="max-w-prose wrap-anywhere whitespace-pre-line">{issue.description}</p>
      {report === undefined || report.immediateAction === null ? null : (
        <p className="max-w-prose wrap-anywhere text-muted">{`Done at once: ${report.immediateAction}`}</p>
      )}
      <IssuePhotos urls={report?.photoUrls ?? []} />
      <IssueSteps {...props} />
      <IssueActs {...props} />
    </li>
  );
}

function IssuePhotos({ urls }: { urls: readonly string[] }) {
  if (urls.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-3 text-meta">
      {urls.map((url, index) => (
        <a key={url} href={url} target="_blank" rel="noopener" className="text-accent hover:underline">
          {`Photo ${index + 1}`}
        </a>
      ))}
    </p>
  );
}

/** Who did what about it, in the order in which it happened. */
function IssueSteps({ issue, event, record, now }: IssueRowProps) {
  const report = record.details?.issues.find(({ id }) => id === issue.id);
  const steps = [
    { did: "Reported", by: report?.reportedBy ?? null, at: report?.reportedAt ?? null },
    { did: "Taken charge of", by: issue.acknowledgedBy, at: issue.acknowledgedAt },
    { did: "Resolved", by: issue.resolvedBy, at: issue.resolvedAt },
  ];
  return (
    <div className="text-meta text-muted">
      {steps.map(({ did, by, at }) =>
        at === null ? null : (
          <p key={did}>
            {`${did} by ${record.nameOf(by)}, `}
            <time dateTime={at}>{formatMoment(at, event.timeZone, now)}</time>
          </p>
        ),
      )}
      {issue.resolution === null ? null : (
        <blockquote className="max-w-prose border-l-2 border-border pl-2 wrap-anywhere">
          {issue.resolution}
        </blockquote>
      )}
    </div>
  );
}

function IssueActs({ issue, event }: IssueRowProps) {
  const trpc = useTRPC();
  const acknowledge = useAct(trpc.events.acknowledgeIssue.mutationOptions());
  const resolve = useAct(trpc.events.resolveIssue.mutationOptions());
  const ask = useLateDialog();
  const wish = { eventId: event.id, issueId: issue.id };
  const mayAcknowledge = event.can.acknowledgeIssue && issue.status === "reported";
  const mayResolve = event.can.resolveIssue && issue.status !== "resolved";
  if (!mayAcknowledge && !mayResolve) return null;
  return (
    <div className="grid gap-2">
      <FormProblem problem={acknowledge.error ? problemOf(acknowledge.error) : null} />
      <div className="flex flex-wrap gap-2">
        {mayAcknowledge ? (
          <Button
            isPending={acknowledge.isPending}
            // What goes wrong shows above the button.
            onClick={() => void acknowledge.send(wish).catch(() => undefined)}
          >
            Acknowledge
          </Button>
        ) : null}
        {mayResolve ? <Button onClick={ask.open}>Resolve…</Button> : null}
      </div>
      {ask.wasOpened ? (
        <ReasonDialog
          {...ask.dialog}
          title="Resolve the issue"
          description={issue.description}
          label="How it was resolved"
          isOptional
          verbs={{ act: "Resolve issue", leave: "Leave it open" }}
          onSend={(resolution) => resolve.send({ ...wish, ...(resolution !== "" && { resolution }) })}
        />
      ) : null}
    </div>
  );
}
