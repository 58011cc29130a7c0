import { addMinutes } from "@/values/venue-time";
import type { EventIssue } from "./event-life";

/** Reports further apart than this are taken for two problems. */
const MINUTES_APART_MAX = 60;

/**
 * The open issue that a report says again: about the same thing, of the same kind, within an hour before it, and by
 * somebody else; or by anybody in the same words. What is of no kind in particular needs the same words. The earliest
 * of several; null for a problem of its own.
 */
export function duplicatedBy(report: EventIssue, issues: readonly EventIssue[]): EventIssue | null {
  return issues.find((issue) => isOpenBefore(issue, report) && saysTheSame(issue, report)) ?? null;
}

function isOpenBefore(issue: EventIssue, report: EventIssue): boolean {
  return (
    issue.id !== report.id &&
    issue.mergedInto === null &&
    issue.status !== "resolved" &&
    issue.reportedAt <= report.reportedAt &&
    issue.reportedAt >= addMinutes(report.reportedAt, -MINUTES_APART_MAX)
  );
}

function saysTheSame(issue: EventIssue, report: EventIssue): boolean {
  const isAboutTheSame =
    issue.subject === report.subject &&
    issue.activityId === report.activityId &&
    issue.locationId === report.locationId &&
    issue.kitInstanceId === report.kitInstanceId &&
    issue.issueType === report.issueType;
  if (!isAboutTheSame) return false;
  if (bare(issue.description) === bare(report.description)) return true;
  return issue.issueType !== "other" && issue.reportedBy !== report.reportedBy;
}

function bare(words: string): string {
  return words.trim().toLowerCase();
}
