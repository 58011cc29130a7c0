import { addMinutes } from "@/values/venue-time";
import type { EventIssue } from "./event-life";

/** How long an issue may wait before more people are told, by its severity (domain.md rule 49). */

type Severity = EventIssue["severity"];

const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes until somebody has to have taken charge, and from then on until it has to be settled. */
const MINUTES: Readonly<Record<Severity, { readonly acknowledge: number; readonly resolve: number }>> = {
  critical: { acknowledge: 15, resolve: 4 * HOUR },
  high: { acknowledge: HOUR, resolve: DAY },
  medium: { acknowledge: 8 * HOUR, resolve: 3 * DAY },
  low: { acknowledge: 2 * DAY, resolve: 14 * DAY },
};

const RANK: Readonly<Record<Severity, number>> = { low: 0, medium: 1, high: 2, critical: 3 };

/** Told this often about one step, people who did nothing will not do more for being told again. */
const ESCALATIONS_MAX = 3;

/** When somebody has to have taken charge of what was reported then; instants are ISO 8601 UTC. */
export function acknowledgeBy(severity: Severity, reportedAt: string): string {
  return addMinutes(reportedAt, MINUTES[severity].acknowledge);
}

/** When it has to be settled, once somebody took charge at this instant. */
export function resolveBy(severity: Severity, acknowledgedAt: string): string {
  return addMinutes(acknowledgedAt, MINUTES[severity].resolve);
}

/** When people are told once more after they were told now; null after the third time. */
export function dueAgain({ severity, status, escalations }: EventIssue, now: string): string | null {
  if (escalations + 1 >= ESCALATIONS_MAX) return null;
  const { acknowledge, resolve } = MINUTES[severity];
  return addMinutes(now, status === "reported" ? acknowledge : resolve);
}

/** The due time of an issue that a worse report joined: never later than what the worse one allows. */
export function dueWhenWorse(issue: EventIssue, to: Severity, reportedAt: string): string {
  const allowed = issue.status === "reported" ? acknowledgeBy(to, reportedAt) : resolveBy(to, reportedAt);
  return issue.dueAt !== null && issue.dueAt < allowed ? issue.dueAt : allowed;
}

export function worseOf(one: Severity, other: Severity): Severity {
  return RANK[one] >= RANK[other] ? one : other;
}
