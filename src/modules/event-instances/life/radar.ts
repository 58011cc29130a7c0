import type { EventInstanceStatus } from "@/modules/event-instances/inputs";
import { addMinutes } from "@/values/venue-time";
import type { EventIssue, VenueStanding } from "./event-life";

/**
 * The radar: what should have happened and has not. Each rule looks at one record as it is now and answers with
 * a risk or nothing.
 */

/** When each thing is late; one place for all of them. */
export const RADAR_LIMITS = {
  /** Hours that a booking may wait for the agency. */
  decisionHours: 48,
  /** A booking whose first undecided date is nearer than this cannot wait that long. */
  decisionLeadHours: 7 * 24,
  managerLeadHours: 14 * 24,
  venueLeadHours: 72,
  startGraceMinutes: 15,
  endGraceMinutes: 60,
} as const;

export const riskKinds = [
  "critical_issue",
  "not_started",
  "not_completed",
  "venue_unconfirmed",
  "tasks_overdue",
  "no_manager",
  "decision_overdue",
] as const;
export type RiskKind = (typeof riskKinds)[number];

export interface Risk {
  readonly kind: RiskKind;
  /** Since when it should have happened. ISO 8601 UTC, like all instants here. */
  readonly since: string;
  /** Until when it helps, or what began meanwhile; the radar is sorted by it. */
  readonly leftUntil: string;
  /** A sentence for people. */
  readonly cause: string;
}

export interface WatchedEvent {
  readonly status: EventInstanceStatus;
  /** Waits for its booking, which the radar shows itself. */
  readonly onHold: boolean;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly createdAt: string;
  readonly managerId: string | null;
  readonly venue: Pick<VenueStanding, "confirmed" | "factAt"> | null;
  /** Open tasks that were due before now; null when there are none. */
  readonly overdueTasks: {
    readonly count: number;
    readonly oldestDueAt: string;
    readonly first: string;
  } | null;
}

/** Everything that is late with one event, apart from its issues. */
export function eventRisks(event: WatchedEvent, now: string): readonly Risk[] {
  const { status } = event;
  if (status === "completed" || status === "cancelled") return [];
  if (status === "in_progress") return late(notCompleted(event), now);
  if (event.startsAt <= now) return late(notStarted(event), now);
  if (event.onHold) return [];
  return [managerMissing(event), venueMissing(event), tasksMissing(event)].flatMap((risk) =>
    risk === null ? [] : late(risk, now),
  );
}

/** A risk counts from the moment that it is late. */
function late(risk: Risk, now: string): readonly Risk[] {
  return risk.since <= now ? [risk] : [];
}

function notStarted({ startsAt }: WatchedEvent): Risk {
  const since = addMinutes(startsAt, RADAR_LIMITS.startGraceMinutes);
  return { kind: "not_started", since, leftUntil: startsAt, cause: "It should have started." };
}

function notCompleted({ endsAt }: WatchedEvent): Risk {
  const since = addMinutes(endsAt, RADAR_LIMITS.endGraceMinutes);
  return { kind: "not_completed", since, leftUntil: endsAt, cause: "It should be over, and has no outcome." };
}

function managerMissing({ managerId, startsAt, createdAt }: WatchedEvent): Risk | null {
  if (managerId !== null) return null;
  const since = laterOf(createdAt, hoursBefore(startsAt, RADAR_LIMITS.managerLeadHours));
  return { kind: "no_manager", since, leftUntil: startsAt, cause: "It has no field manager." };
}

function venueMissing({ venue, startsAt, createdAt }: WatchedEvent): Risk | null {
  if (venue?.confirmed) return null;
  const from = hoursBefore(startsAt, RADAR_LIMITS.venueLeadHours);
  const cause = venue === null ? "The venue is not confirmed." : "The venue is no longer confirmed.";
  const since = laterOf(venue?.factAt ?? createdAt, from);
  return { kind: "venue_unconfirmed", since, leftUntil: startsAt, cause };
}

function tasksMissing({ overdueTasks, startsAt }: WatchedEvent): Risk | null {
  if (overdueTasks === null) return null;
  const { count, oldestDueAt, first } = overdueTasks;
  const cause =
    count === 1 ? `1 task is overdue: ${first}` : `${count} tasks are overdue, the oldest: ${first}`;
  return { kind: "tasks_overdue", since: oldestDueAt, leftUntil: startsAt, cause };
}

/** A critical problem that nobody has said they know of (domain.md rule 49). */
export function issueRisk(
  issue: Pick<EventIssue, "severity" | "status" | "description"> & { readonly reportedAt: string },
  event: Pick<WatchedEvent, "startsAt">,
  now: string,
): Risk | null {
  if (issue.severity !== "critical" || issue.status !== "reported") return null;
  const leftUntil = event.startsAt > now ? event.startsAt : issue.reportedAt;
  return { kind: "critical_issue", since: issue.reportedAt, leftUntil, cause: issue.description };
}

export interface WatchedBooking {
  /** Since when it waits for the agency. */
  readonly waitingSince: string;
  /** Dates that wait for a decision, and the start of the first. */
  readonly undecided: number;
  readonly firstStartsAt: string | null;
}

/** A booking that waited too long, or the dates of which are too near. */
export function decisionRisk(booking: WatchedBooking, now: string): Risk | null {
  const { waitingSince, undecided, firstStartsAt } = booking;
  const patience = addMinutes(waitingSince, RADAR_LIMITS.decisionHours * 60);
  const near = firstStartsAt === null ? patience : hoursBefore(firstStartsAt, RADAR_LIMITS.decisionLeadHours);
  const since = laterOf(waitingSince, near < patience ? near : patience);
  const cause = undecided === 1 ? "1 date waits for a decision." : `${undecided} dates wait for a decision.`;
  const [risk] = late({ kind: "decision_overdue", since, leftUntil: firstStartsAt ?? since, cause }, now);
  return risk ?? null;
}

/** The least time left first; what began longest ago before that. */
export function byTimeLeft(one: Risk, other: Risk): number {
  if (one.leftUntil !== other.leftUntil) return one.leftUntil < other.leftUntil ? -1 : 1;
  return riskKinds.indexOf(one.kind) - riskKinds.indexOf(other.kind);
}

function hoursBefore(instant: string, hours: number): string {
  return addMinutes(instant, -hours * 60);
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}
