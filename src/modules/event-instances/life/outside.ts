import type { PhotoNow } from "@/commands/photos/usable";
import type { TaskKind } from "./event-life";
import type { Needs } from "./needs";

/** Another event that shares a moment with the window in question (rule 6). */
export interface ClashingEvent {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface TemplateLine {
  readonly description: string;
  readonly kind: TaskKind;
  /** On the venue's clock, before the start. */
  readonly minutesBefore: number;
}

/** Who came to the event; their rows belong to another subject and are only read. */
export interface CrewNow {
  /** Whoever is checked in. */
  readonly present: readonly {
    readonly userId: string;
    readonly role: string;
    readonly checkedInAt: string;
  }[];
  /** Whoever left, with their hours. */
  readonly worked: readonly {
    readonly userId: string;
    readonly role: string;
    readonly hoursWorked: number;
  }[];
  /** The names of those who did not check out. */
  readonly stillIn: readonly string[];
}

export const nobodyCame: CrewNow = { present: [], worked: [], stillIn: [] };

/** What `load` brings besides the event, each where its command needs it. */
export interface LifeOutside {
  /** Whom `assignManager` or `addTask` names; null when there is no such person. */
  readonly person: { readonly id: string; readonly role: string; readonly active: boolean } | null;
  /** Other events of the manager in the window: the event's own, or the new one of `reschedule`. */
  readonly managerClashes: readonly ClashingEvent[];
  /** Other events at the venue in the new window of `reschedule`. */
  readonly venueClashes: readonly ClashingEvent[];
  /** A live event of the same booking at the very start that `reschedule` asks for. */
  readonly sibling: ClashingEvent | null;
  readonly template: readonly TemplateLine[];
  readonly needs: Needs;
  readonly crew: CrewNow;
  /** The codes of the kits that are still out for the event that `complete` ends. */
  readonly kitsOut: readonly string[];
  /** Those of the photos that `reportIssue` names that there are. */
  readonly photos: readonly PhotoNow[];
  /** One id per line of the template, or one for `addTask`. */
  readonly newIds: readonly string[];
}
