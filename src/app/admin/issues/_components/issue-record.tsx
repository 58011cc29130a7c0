import type { Route } from "next";
import { PhotoStrip } from "@/components/photo-strip";
import { StatusBadge } from "@/components/status-badge";
import { issueSeverityLooks } from "@/components/status-looks/venues";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { PageLink } from "@/components/ui/page-link";
import { TextLink } from "@/components/ui/text-link";
import { counted } from "@/values/count-words";
import { formatMoment } from "@/values/format-time";
import { useNow } from "@/components/use-now";
import { IssueClock } from "./issue-clock";
import { type Issue, kindWords, silenceWords } from "./issue-words";

export interface IssueRecordProps {
  issue: Issue;
  now: string;
  /** The reader's own zone. */
  timeZone: string;
}

/** What stands beside the name of what an issue is about. */
const ABOUT: Readonly<Record<Issue["subject"], string>> = {
  event: "Event",
  activity: "Activity",
  location: "Venue",
  kit: "Kit",
};

/** Everything that is known of one issue: what, whose, by when, who said it too, what else it touches. */
export function IssueRecord({ issue, now, timeZone }: IssueRecordProps) {
  return (
    <div className="grid gap-4">
      <p className="text-body whitespace-pre-line">{issue.description}</p>
      <PhotoStrip urls={issue.photoUrls} label="Photos of the issue" />
      <IssueFacts issue={issue} now={now} timeZone={timeZone} />
      <JoinedReports issue={issue} now={now} timeZone={timeZone} />
      <TouchedEvents issue={issue} now={now} />
    </div>
  );
}

function IssueFacts({ issue, now, timeZone }: IssueRecordProps) {
  const moment = useNow(now);
  const said = (person: Issue["acknowledged"]) =>
    person && `${person.name ?? "Somebody"}, ${formatMoment(person.at, timeZone, now)}`;
  const silence = silenceWords(issue, { now: moment, timeZone });
  return (
    <Facts
      facts={[
        ...(issue.resolved === null
          ? [{ label: "Clock", value: <IssueClock issue={issue} now={now} /> }]
          : []),
        ...(silence === null ? [] : [{ label: "If nobody acts", value: silence }]),
        { label: "Kind", value: kindWords(issue) },
        {
          label: "Event",
          value: (
            <TextLink
              href={`/admin/events/${issue.event.id}` as Route}
            >{`EV-${issue.event.number} ${issue.event.title}`}</TextLink>
          ),
        },
        ...(issue.about === null ? [] : [{ label: ABOUT[issue.subject], value: issue.about }]),
        { label: "Field manager", value: issue.event.managerName ?? "Nobody yet" },
        { label: "Reported by", value: said(issue.reported) },
        ...(issue.immediateAction === null ? [] : [{ label: "Done at once", value: issue.immediateAction }]),
        ...(issue.acknowledged === null
          ? []
          : [{ label: "Acknowledged by", value: said(issue.acknowledged) }]),
        ...(issue.resolved === null ? [] : [{ label: "Resolved by", value: said(issue.resolved) }]),
        ...(issue.resolution === null ? [] : [{ label: "How", value: issue.resolution }]),
      ]}
    />
  );
}

/** Who said the same, in their own words (domain.md rule 49). */
function JoinedReports({ issue, now, timeZone }: IssueRecordProps) {
  if (issue.reports.length === 0) return null;
  return (
    <Card
      title={
        issue.reports.length === 1 ? "Reported once more" : `Reported ${issue.reports.length} times more`
      }
      isFlush
    >
      <ul className="divide-y divide-border">
        {issue.reports.map((report) => (
          <li key={report.id} className="grid gap-2 px-4 py-2.5 text-cell">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
              <span className="min-w-0 flex-1">
                {`${report.reporter ?? "Somebody"}, ${formatMoment(report.reportedAt, timeZone, now)}`}
              </span>
              <StatusBadge look={issueSeverityLooks[report.severity]} />
            </div>
            <p className="whitespace-pre-line">{report.description}</p>
            <PhotoStrip urls={report.photoUrls} label="Photos of this report" />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The events that cannot be ready while it is open. */
function TouchedEvents({ issue, now }: Pick<IssueRecordProps, "issue" | "now">) {
  if (issue.touches.length === 0) return null;
  return (
    <Card title={`${counted(issue.touches.length, "other event")} at this venue`} isFlush>
      <p className="border-b border-border px-4 py-2 text-cell text-muted">
        None of them is ready while this is open.
      </p>
      <ul className="divide-y divide-border">
        {issue.touches.map((event) => (
          <li key={event.id}>
            <PageLink
              href={`/admin/events/${event.id}` as Route}
              className="flex min-h-row flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1 text-cell -outline-offset-2! hover:bg-canvas"
            >
              <span className="text-muted tabular-nums">{`EV-${event.number}`}</span>
              <span className="min-w-0 flex-1 truncate">{event.title}</span>
              <time dateTime={event.startsAt} className="text-muted">
                {formatMoment(event.startsAt, issue.event.timeZone, now)}
              </time>
            </PageLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
