import "server-only";
import { sql } from "@/db/sql";
import { eventCode } from "@/modules/event-instances/life/event-life";
import {
  type Conflict,
  conflictBetween,
  type Engagement,
} from "@/modules/event-instances/life/manager-conflicts";

/** What stands against giving somebody an event, in the words of a list. */
export interface ManagerConflict extends Conflict {
  readonly eventId: string;
  /** `EV-221`. */
  readonly code: string;
  readonly title: string;
  /** On the wall clock of its own venue, `YYYY-MM-DDTHH:mm`. */
  readonly localStart: string;
}

/** The columns that an engagement is made of. */
export interface EngagementRow {
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly location_id: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface NeighborRow extends EngagementRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly local_start: string;
}

export const neighborColumns = sql`e.id, e.number, b.title, e.local_start, e.starts_at, e.ends_at, e.location_id,
      l.latitude, l.longitude`;
export const neighborTables = sql`event_instance e
    JOIN booking b ON b.id = e.booking_id JOIN location l ON l.id = e.location_id`;

export function engagementOf(row: EngagementRow): Engagement {
  const { starts_at, ends_at, location_id, latitude, longitude } = row;
  return {
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
    locationId: location_id,
    position: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}

/** Which of these other events one person can hardly run beside this one, in their order. */
export function conflictsWith(event: Engagement, others: readonly NeighborRow[]): readonly ManagerConflict[] {
  return others.flatMap((other) => {
    const conflict = conflictBetween(event, engagementOf(other));
    if (!conflict) return [];
    const { id, title, local_start } = other;
    return [{ eventId: id, code: eventCode(other), title, localStart: local_start, ...conflict }];
  });
}
