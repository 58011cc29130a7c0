import { Camera, Users } from "lucide-react";
import { RelativeTime } from "@/components/relative-time";
import { StatusBadge } from "@/components/status-badge";
import { issueLooks, issueSeverityLooks } from "@/components/status-looks/venues";
import type { Column } from "@/components/ui/data-table";
import { counted } from "@/values/count-words";
import { IssueClock } from "./issue-clock";
import { aboutWords, type Issue, kindWords } from "./issue-words";

/** The columns of the list; the times are those of the reader's zone. */
export function issueColumns(now: string, timeZone: string): Column<Issue>[] {
  return [
    {
      id: "severity",
      head: "Severity",
      width: "w-28",
      cell: (row) => <StatusBadge look={issueSeverityLooks[row.severity]} />,
      card: "status",
    },
    { id: "issue", head: "Issue", cell: (row) => <What issue={row} />, card: "title" },
    {
      id: "about",
      head: "About",
      width: "w-48",
      cell: (row) => (
        <span title={`${aboutWords(row)}, ${row.event.title}`}>
          {aboutWords(row)}
          <span className="text-muted">{` · ${row.event.title}`}</span>
        </span>
      ),
    },
    {
      id: "reported",
      head: "Reported",
      width: "w-36",
      isSecondary: true,
      isOpenEnded: true,
      cell: (row) => <RelativeTime at={row.reported.at} now={now} timeZone={timeZone} />,
    },
    {
      id: "clock",
      head: "Clock",
      width: "w-52",
      isOpenEnded: true,
      cell: (row) =>
        row.resolved === null ? (
          <IssueClock issue={row} now={now} />
        ) : (
          <span className="text-muted">
            {"Resolved "}
            <RelativeTime at={row.resolved.at} now={now} timeZone={timeZone} />
          </span>
        ),
    },
    {
      id: "status",
      head: "Status",
      width: "w-36",
      isSecondary: true,
      cell: (row) => <StatusBadge look={issueLooks[row.status]} />,
    },
  ];
}

/** The first words of the report, and that there is more of it. */
function What({ issue }: { issue: Issue }) {
  const photos = issue.photoUrls.length + issue.reports.reduce((sum, one) => sum + one.photoUrls.length, 0);
  const reports = issue.reports.length + 1;
  return (
    <span className="inline-flex max-w-full items-center gap-2">
      <span className="truncate" title={issue.description}>
        <span className="text-muted">{`${kindWords(issue)}: `}</span>
        {issue.description}
      </span>
      {photos === 0 ? null : (
        <span className="inline-flex shrink-0 items-center gap-0.5 text-meta text-muted">
          <Camera className="size-3.5!" />
          <span className="sr-only">{counted(photos, "photo")}</span>
          <span aria-hidden>{photos}</span>
        </span>
      )}
      {reports === 1 ? null : (
        <span className="inline-flex shrink-0 items-center gap-0.5 text-meta text-muted">
          <Users className="size-3.5!" />
          <span className="sr-only">{counted(reports, "report")}</span>
          <span aria-hidden>{reports}</span>
        </span>
      )}
    </span>
  );
}
