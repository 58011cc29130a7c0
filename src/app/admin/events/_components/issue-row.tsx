"use client";

import dynamic from "next/dynamic";
import { useAct } from "@/app/admin/_components/use-act";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { PhotoStrip } from "@/components/photo-strip";
import { StatusBadge } from "@/components/status-badge";
import { issueLooks, issueSeverityLooks } from "@/components/status-looks/venues";
import { Button } from "@/components/ui/button";
import { useTRPC } from "@/trpc/client";
import { formatMoment } from "@/values/format-time";
import { issueTypeWords } from "./acts/issue-words";
import type { EventRecord } from "./event-facts";
import type { EventIssuesProps } from "./event-issues";
import type { NamedRecord } from "./use-event-record";

const ReasonDialog = dynamic(
  () => import("@/app/admin/_components/reason-dialog").then((part) => part.ReasonDialog),
  { ssr: false },
);

type Issue = EventRecord["issues"][number];

const SUBJECTS: Readonly<Record<Issue["subject"], string>> = {
  event: "Event",
  activity: "Activity",
  location: "Venue",
  kit: "Kit",
};

export interface IssueRowProps extends EventIssuesProps {
  issue: Issue;
}

/** One issue: how bad, what, who reported, took charge and settled it, and what can be done about it. */
export function IssueRow(props: IssueRowProps) {
  const { issue, record } = props;
  return (
    <li className="grid gap-1.5 px-4 py-2.5 text-cell">
      <p className="flex flex-wrap items-center gap-1.5">
        <StatusBadge look={issueSeverityLooks[issue.severity]} />
        <StatusBadge look={issueLooks[issue.status]} />
        <span className="text-meta text-muted">
          {`${SUBJECTS[issue.subject]} · ${issueTypeWords(issue.issueType)}`}
        </span>
      </p>
      <p className="max-w-prose wrap-anywhere whitespace-pre-line">{issue.description}</p>
      <DoneAtOnce issueId={issue.id} record={record} />
      <PhotoStrip
        urls={[issue, ...issue.reports].flatMap(({ photoUrls }) => photoUrls)}
        label="Photos of the issue"
      />
      {issue.reports.map((report) => (
        <div key={report.id} className="max-w-prose border-l-2 border-border pl-2 wrap-anywhere text-muted">
          <p>{`Also reported by ${record.nameOf(report.reportedBy)}: ${report.description}`}</p>
          <DoneAtOnce issueId={report.id} record={record} />
        </div>
      ))}
      <IssueSteps {...props} />
      <IssueActs {...props} />
    </li>
  );
}

/** What its reporter did before anybody took charge. */
function DoneAtOnce({ issueId, record }: { issueId: string; record: NamedRecord }) {
  const action = record.details?.immediateActions.find((one) => one.issueId === issueId);
  if (action === undefined) return null;
  return <p className="max-w-prose wrap-anywhere text-muted">{`Done at once: ${action.text}`}</p>;
}

/** Who did what about it, in the order in which it happened. */
function IssueSteps({ issue, event, record, now }: IssueRowProps) {
  const steps = [
    { did: "Reported", by: issue.reportedBy, at: issue.reportedAt },
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
      {issue.dueAt === null ? null : (
        <p className={issue.escalations > 0 ? "text-on-problem" : ""}>
          {"More people are told unless somebody acts by "}
          <time dateTime={issue.dueAt}>{formatMoment(issue.dueAt, event.timeZone, now)}</time>
        </p>
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
