import "server-only";
import type { PersonActor } from "@/commands/actor";
import type { Database } from "@/db/database";
import type { CalendarInput, EventInstanceStatus } from "@/modules/event-instances/inputs";
import { knownStatus } from "./row";
import { visibleTo } from "./scope";

/** Events that one calendar shows at most; beyond that it says so. */
export const CALENDAR_EVENTS_MAX = 2_000;

/** One event in a calendar: enough to draw it in its venue's days and to open it. */
export interface CalendarEvent {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly status: EventInstanceStatus;
  readonly onHold: boolean;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly venueName: string;
  readonly bookingId: string;
}

/** The events that share a moment with the half-open range, by start; one over midnight is in both days (rule 7). */
export async function eventCalendar(
  db: Pick<Database, "prisma">,
  actor: PersonActor,
  input: CalendarInput,
): Promise<{ readonly events: readonly CalendarEvent[]; readonly truncated: boolean }> {
  const scope = visibleTo(actor);
  if (!scope) return { events: [], truncated: false };
  const rows = await db.prisma.eventInstance.findMany({
    where: {
      AND: [
        scope,
        { startsAt: { lt: input.to }, endsAt: { gt: input.from } },
        ...(input.clientId ? [{ clientId: input.clientId }] : []),
        ...(input.locationId ? [{ locationId: input.locationId }] : []),
      ],
    },
    select: {
      id: true,
      number: true,
      status: true,
      holdReason: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      bookingId: true,
      location: { select: { name: true } },
      booking: { select: { title: true } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: CALENDAR_EVENTS_MAX + 1,
  });
  const events = rows.slice(0, CALENDAR_EVENTS_MAX).map(({ holdReason, location, booking, ...row }) => ({
    ...row,
    title: booking.title,
    status: knownStatus(row.status),
    onHold: holdReason !== null,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    venueName: location.name,
  }));
  return { events, truncated: rows.length > CALENDAR_EVENTS_MAX };
}
