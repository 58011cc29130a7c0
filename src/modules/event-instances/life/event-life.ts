import type { ClockNote } from "@/modules/event-instances/event-instance";
import type { EventInstanceStatus } from "@/modules/event-instances/inputs";

/** What one event is, with all that hangs on it. Instants are ISO 8601 UTC with milliseconds. */

export type TaskKind = "staff" | "kit" | "logistics" | "venue" | "other";

export interface PreparationTask {
  readonly id: string;
  readonly kind: TaskKind;
  readonly description: string;
  readonly assignedTo: string | null;
  readonly dueAt: string;
  /** On the venue's clock; null when a person fixed the due date, which then stays when the event moves (rule 19). */
  readonly minutesBefore: number | null;
  readonly status: "open" | "done";
  /** A person's id or `system`. */
  readonly doneBy: string | null;
  readonly doneAt: string | null;
  /** The fact that satisfied it. */
  readonly evidence: string | null;
}

export interface EventIssue {
  /** The id of the fact that reported it. */
  readonly id: string;
  readonly subject: "event" | "activity" | "location" | "kit";
  readonly activityId: string | null;
  readonly locationId: string | null;
  readonly kitInstanceId: string | null;
  readonly issueType: string;
  readonly severity: "low" | "medium" | "high" | "critical";
  readonly description: string;
  readonly photoUrls: readonly string[];
  readonly reportedBy: string;
  readonly reportedAt: string;
  readonly status: "reported" | "acknowledged" | "resolved";
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: string | null;
  readonly resolvedBy: string | null;
  readonly resolvedAt: string | null;
  readonly resolution: string | null;
  /** When more people are told unless somebody acts; null when its clock stands. */
  readonly dueAt: string | null;
  /** How often it was overdue in the step it is in. */
  readonly escalations: number;
  /** The issue that this report says again. */
  readonly mergedInto: string | null;
}

/** A critical issue that is open at the venue, whichever event it was reported for (rule 49). */
export interface VenueIssue {
  readonly issueId: string;
  readonly reportedAt: string;
  /** The number of that event. */
  readonly eventNumber: number;
}

/** What a fact said last about the venue of this event. */
export interface VenueStanding {
  readonly confirmed: boolean;
  readonly factId: string;
  readonly factAt: string;
}

/** That an event was ready and is not any more. */
export interface ReadinessLoss {
  readonly at: string;
  /** Sentences for people: what was missing when it was lost. */
  readonly reasons: readonly string[];
}

export interface Outcome {
  readonly metExpectations: boolean;
  readonly metrics: Readonly<Record<string, number>>;
  readonly notes: string;
}

export interface EventLife {
  readonly id: string;
  readonly number: number;
  readonly bookingId: string;
  readonly clientId: string;
  readonly status: EventInstanceStatus;
  readonly holdReason: string | null;
  /** The venue's wall clock, `YYYY-MM-DDTHH:mm`. */
  readonly localStart: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly clockNote: ClockNote | null;
  readonly location: { readonly id: string; readonly name: string; readonly address: string };
  readonly managerId: string | null;
  readonly cancelledReason: string | null;
  readonly actualStart: string | null;
  readonly actualEnd: string | null;
  readonly outcome: Outcome | null;
  /** What was open when it was completed (rule 48). */
  readonly followUps: readonly string[];
  /** Null while readiness was never lost, or is there again. */
  readonly readinessLost: ReadinessLoss | null;
  readonly version: number;
  readonly tasks: readonly PreparationTask[];
  readonly issues: readonly EventIssue[];
  /** Null while no fact said anything. */
  readonly venue: VenueStanding | null;
  /** The earliest one; null when nothing critical is open there. */
  readonly venueIssue: VenueIssue | null;
}

/** `EV-221`. */
export function eventCode({ number }: Pick<EventLife, "number">): string {
  return `EV-${number}`;
}
