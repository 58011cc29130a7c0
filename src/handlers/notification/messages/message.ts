/** What a message says and to whom; who that is today is looked up when it is delivered. */

export type MessageKind =
  | "booking-waiting"
  | "booking-received"
  | "booking-approved"
  | "booking-dates-declined"
  | "booking-rejected"
  | "booking-changes-requested"
  | "booking-cancelled"
  | "bookings-imported"
  | "events-planned"
  | "events-held"
  | "events-released"
  | "events-cancelled"
  | "event-cancelled"
  | "issue-escalated"
  | "event-assigned"
  | "event-taken-over"
  | "event-tasks"
  | "event-ready"
  | "event-not-ready"
  | "event-moved"
  | "event-date-changed"
  | "event-started"
  | "event-completed"
  | "event-result"
  | "venue-unconfirmed"
  | "issue-reported"
  | "staff-missing"
  | "staff-late"
  | "check-in-asked"
  | "hours-assumed"
  | "hours-to-confirm"
  | "hours-corrected"
  | "shift-offered"
  | "shift-accepted"
  | "shift-confirmed"
  | "shift-declined"
  | "shift-expired"
  | "shift-withdrawn"
  | "shift-taken-back"
  | "shift-moved"
  | "shift-reminder"
  | "slot-unfilled"
  | "kit-handed"
  | "kit-returned-short"
  | "kit-swapped"
  | "kit-shortage"
  | "kit-overdue";

/** Whoever did it is left out, but for a receipt to one person. */
export type Audience =
  | { readonly kind: "admins" }
  | { readonly kind: "client"; readonly clientId: string }
  | { readonly kind: "managers"; readonly ids: readonly string[] }
  /** Whom it is about, whoever they are. */
  | { readonly kind: "person"; readonly id: string }
  | { readonly kind: "receipt"; readonly personId: string };

/** Facts that share a fold make one message per person and kind. */
export type Fold =
  /** All that one fact caused: 200 holds are one message. */
  | { readonly by: "cause"; readonly eventId: string }
  /** All that somebody does within a stretch of time, by a name. */
  | { readonly by: "window"; readonly name: string };

export interface Message {
  readonly kind: MessageKind;
  readonly audience: Audience;
  /** The record it is about; the notification center groups by it. */
  readonly subject: { readonly type: "booking" | "event" | "import"; readonly id: string };
  readonly title: string;
  readonly body: string;
  /** A path of this server; opening it shows the present state and does nothing. */
  readonly link: string;
  readonly urgent: boolean;
  /**
   * Unread messages of these kinds about the same record are pointless from now on, whoever has them; what is
   * told to managers, or to one person, replaces only what the same people have.
   */
  readonly replaces: readonly MessageKind[];
  readonly fold: Fold | null;
  /**
   * Whoever was told of this fact already is left out: what follows from news is no further news (rule 54). For
   * managers it is news of another record of theirs: they act on each.
   */
  readonly unlessToldOf?: string;
}

/** What a message calls things by; read when the fact is handled. */
export interface Names {
  readonly bookingNumber: number;
  readonly bookingTitle: string;
  readonly clientId: string;
  readonly clientName: string;
  /** False for a draft that was never handed in. */
  readonly wasSent: boolean;
  readonly venueName: string;
  /** The venue's. */
  readonly timeZone: string;
  /** Null for the system and for a person who is gone. */
  readonly actorName: string | null;
  /** The client whose person did it; null for the agency's people and the system. */
  readonly actorClientId: string | null;
  /** Of the events that the fact names. */
  readonly managerIds: readonly string[];
  /** First and last start among those events, ISO 8601 UTC; null when it names none. */
  readonly firstStart: string | null;
  readonly lastStart: string | null;
  /** The database's clock. */
  readonly now: string;
}

/** What a message about one event needs besides. */
export interface EventNames extends Names {
  readonly event: {
    readonly id: string;
    readonly number: number;
    /** ISO 8601 UTC, as planned now. */
    readonly startsAt: string;
    readonly endsAt: string;
  };
  /** Who had the event before the fact at hand gave it to somebody else; null otherwise. */
  readonly formerManagerId: string | null;
}
