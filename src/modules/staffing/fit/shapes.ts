import type { TimeWindow } from "@/values/time-window";
import type { Place, Position } from "@/values/travel";

/** What the rules of fit are told of a shift and of a person, and what they answer. Instants are ISO 8601. */

/** A stay somewhere at a time, as hours and ways count it. */
export interface Stay extends TimeWindow, Place {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly eventId: string;
  /** The venue's zone. */
  readonly timeZone: string;
  /** The venue's, as its record spells it: its rules of labor count. */
  readonly country: string;
}

/** A shift that looks for somebody. */
export interface Shift extends Stay {
  readonly role: string;
  readonly clientId: string;
}

/** A shift that the person has taken. */
export interface Commitment extends Stay {
  readonly assignmentId: string;
  /** `EV-221`. */
  readonly code: string;
  readonly title: string;
}

/** Days of a person's own calendar, `YYYY-MM-DD`; both count, null for no bound. */
export interface Validity {
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

export interface Skill extends Validity {
  readonly role: string;
}

export interface Paper extends Validity {
  readonly kind: string;
}

/** Hours on a person's wall clock, `HH:mm`; the end may be `24:00`. */
export interface ClockHours {
  readonly from: string;
  readonly to: string;
}

export interface WeeklyHours extends ClockHours {
  /** ISO: 1 is Monday. */
  readonly weekday: number;
}

/** Days on which the weekly pattern does not hold. */
export interface Exception {
  readonly id: string;
  readonly kind: "off" | "available";
  /** `YYYY-MM-DD`; both days count. */
  readonly fromDate: string;
  readonly untilDate: string;
  /** Null for whole days. */
  readonly hours: ClockHours | null;
  readonly note: string;
}

/** How a shift of the past went for a person. */
export interface PastShift {
  readonly assignmentId: string;
  readonly outcome: "kept" | "late" | "withdrawn" | "no_show";
  /** Its start. */
  readonly at: string;
}

export interface Pay {
  /** An hour's. */
  readonly rate: number;
  /** ISO 4217. */
  readonly currency: string;
}

export interface Candidate {
  readonly userId: string;
  readonly name: string;
  readonly isActive: boolean;
  /** Their own; the venue's counts where they have none. */
  readonly timeZone: string | null;
  readonly skills: readonly Skill[];
  readonly papers: readonly Paper[];
  /** Null until they have said when they are free. */
  readonly weekly: readonly WeeklyHours[] | null;
  readonly exceptions: readonly Exception[];
  /** Accepted shifts that are near enough in time to matter, a week either way. */
  readonly commitments: readonly Commitment[];
  readonly home: Position | null;
  readonly pay: Pay | null;
  /** Of the shift's client. */
  readonly preference: "preferred" | "blocked" | null;
  readonly past: readonly PastShift[];
}

/** What a finding stands on, so that a screen can open it. */
export type Cause =
  | { readonly kind: "assignment"; readonly assignmentId: string; readonly eventId: string }
  | { readonly kind: "pastShifts"; readonly assignmentIds: readonly string[] }
  | { readonly kind: "skill"; readonly role: string }
  | { readonly kind: "paper"; readonly paper: string; readonly validUntil: string | null }
  | { readonly kind: "exception"; readonly exceptionId: string }
  | { readonly kind: "weekly" }
  | { readonly kind: "client"; readonly clientId: string }
  | { readonly kind: "rule"; readonly rule: "dayHours" | "weekHours"; readonly hours: number }
  | { readonly kind: "profile" };

interface Finding<Kind extends string> {
  readonly kind: Kind;
  /** For a person who plans. */
  readonly sentence: string;
  readonly cause: Cause;
}

/**
 * Why somebody cannot have the shift. One that is overridable is a warning when the shift is offered, and blocks its
 * acceptance unless somebody answers for it with a reason (domain.md rule 26); nobody can answer for the others.
 */
export interface Blocker
  extends Finding<
    "inactive" | "role" | "paper" | "client" | "overlap" | "availability" | "travel" | "rest" | "hours"
  > {
  readonly isOverridable: boolean;
}

/** What is worth a look and stands in nobody's way. */
export type Warning = Finding<"availability" | "distance" | "paper">;

/** What speaks for somebody, in points of a hundred that all reasons share. */
export interface Reason extends Finding<"reliability" | "distance" | "client" | "cost"> {
  readonly points: number;
}

export interface Fit {
  readonly blockers: readonly Blocker[];
  readonly warnings: readonly Warning[];
  readonly reasons: readonly Reason[];
  /** The sum of the reasons' points, 0 to 100. */
  readonly score: number;
}
