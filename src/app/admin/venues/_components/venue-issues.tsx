import { eventHref } from "@/app/admin/_components/event-href";
import { issueTypeWords } from "@/app/admin/events/_components/acts/issue-words";
import { StatusBadge } from "@/components/status-badge";
import { issueLooks, issueSeverityLooks } from "@/components/status-looks/venues";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { formatDate } from "@/values/format-time";
import type { VenueRecord } from "./venue-panels";

/** What went wrong at this place, at whatever event it was found; open ones first. */
export function VenueIssues({ venue, now }: { venue: VenueRecord; now: string }) {
  return (
    <Card title="Issues here" isFlush>
      {venue.issues.length === 0 ? (
        <p className="px-4 py-3 text-cell text-muted">Nothing was ever reported about this place.</p>
      ) : (
        <ul className="divide-y divide-border">
          {venue.issues.map((issue) => (
            <li key={issue.id} className="grid gap-1 px-4 py-2.5 text-cell">
              <p className="flex flex-wrap items-center gap-1.5">
                <StatusBadge look={issueSeverityLooks[issue.severity]} />
                <StatusBadge look={issueLooks[issue.status]} />
                <span className="text-meta text-muted">{issueTypeWords(issue.issueType)}</span>
              </p>
              <p className="max-w-prose wrap-anywhere whitespace-pre-line">{issue.description}</p>
              {issue.resolution === null ? null : (
                <blockquote className="max-w-prose border-l-2 border-border pl-2 wrap-anywhere text-muted">
                  {issue.resolution}
                </blockquote>
              )}
              <p className="text-meta text-muted">
                <time dateTime={issue.reportedAt}>{formatDate(issue.reportedAt, venue.timeZone, now)}</time>
                {" at "}
                <TextLink href={eventHref(issue.eventId)}>{`EV-${issue.eventNumber}`}</TextLink>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
