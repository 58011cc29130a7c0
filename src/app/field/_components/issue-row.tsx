"use client";

import { PhotoStrip } from "@/components/photo-strip";
import { StatusBadge } from "@/components/status-badge";
import { issueLooks, issueSeverityLooks } from "@/components/status-looks/venues";
import { Button } from "@/components/ui/button";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import type { Activity, EventRecord, Issue } from "./event-record";
import { loadResolveForm } from "./late-forms";
import { LateSheet, useSheet } from "@/components/late-sheet";
import { useWish } from "./use-wish";
import { WishProblem } from "@/components/form/wish-problem";

export interface IssueRowProps {
  event: EventRecord;
  issue: Issue;
  activities: readonly Activity[];
}

/** One issue: how bad, of what, whether somebody has it, and how it goes on. */
export function IssueRow({ event, issue, activities }: IssueRowProps) {
  return (
    <li className="grid gap-2 py-3">
      <p className="flex flex-wrap gap-1.5">
        <StatusBadge look={issueSeverityLooks[issue.severity]} />
        <StatusBadge look={issueLooks[issue.status]} />
      </p>
      <p className="wrap-anywhere whitespace-pre-line">{issue.description}</p>
      <p className="text-meta text-muted">{subjectWords(issue, event, activities)}</p>
      {issue.reports.map(({ id, description }) => (
        <p
          key={id}
          className="wrap-anywhere whitespace-pre-line text-muted"
        >{`Also reported: ${description}`}</p>
      ))}
      <PhotoStrip
        urls={[issue, ...issue.reports].flatMap(({ photoUrls }) => photoUrls)}
        label="Photos of the issue"
      />
      {issue.resolution === null ? null : (
        <p className="wrap-anywhere whitespace-pre-line text-muted">{`Resolved: ${issue.resolution}`}</p>
      )}
      {issue.status === "resolved" ? null : <Acts event={event} issue={issue} />}
    </li>
  );
}

function Acts({ event, issue }: Pick<IssueRowProps, "event" | "issue">) {
  const client = useTRPCClient();
  const resolving = useSheet();
  const wish = useWish<RouterInputs["events"]["acknowledgeIssue"]>((input) =>
    client.events.acknowledgeIssue.mutate(input),
  );
  const acknowledge = () => void wish.send({ eventId: event.id, issueId: issue.id });
  return (
    <>
      <div className="flex flex-wrap gap-2 *:flex-1">
        {event.can.acknowledgeIssue && issue.status === "reported" ? (
          <Button isPending={wish.isPending} onClick={acknowledge}>
            I take care of it
          </Button>
        ) : null}
        {event.can.resolveIssue ? <Button onClick={resolving.open}>Resolve</Button> : null}
      </div>
      <WishProblem problem={wish.problem} onAgain={acknowledge} />
      <LateSheet
        sheet={resolving}
        title="Resolve issue"
        load={loadResolveForm}
        props={{ eventId: event.id, issue, onDone: resolving.close }}
      />
    </>
  );
}

function subjectWords(issue: Issue, event: EventRecord, activities: readonly Activity[]): string {
  switch (issue.subject) {
    case "location":
      return `Venue: ${event.venue.name}`;
    case "activity":
      return `Activity: ${activities.find(({ id }) => id === issue.activityId)?.activityType ?? "one of this event"}`;
    case "kit":
      return "A kit";
    case "event":
      return "The event itself";
    default:
      return neverSubject(issue.subject);
  }
}

function neverSubject(subject: never): never {
  throw new Error(`unknown subject of an issue: ${String(subject)}`);
}
