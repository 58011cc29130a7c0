import "server-only";
import type { PersonActor } from "@/commands/actor";
import type { Database } from "@/db/database";
import type { Prisma } from "@/generated/prisma/client";
import type { EventInstanceStatus } from "@/modules/event-instances/inputs";
import { type EventAbilities, eventAbilities } from "@/modules/event-instances/policy";

/** One event as lists and its own page show it. Instants are ISO 8601 UTC. */
export interface EventView {
  readonly id: string;
  /** Shown as `EV-221`. */
  readonly number: number;
  readonly title: string;
  readonly status: EventInstanceStatus;
  readonly onHold: boolean;
  /** Null as well when the reader may not see the agency's words. */
  readonly holdReason: string | null;
  readonly cancelledReason: string | null;
  readonly localStart: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly clockNote: string | null;
  readonly venue: { readonly id: string; readonly name: string; readonly city: string };
  readonly client: { readonly id: string; readonly name: string };
  readonly booking: { readonly id: string; readonly number: number };
  /** Null when nobody has it yet, and for clients. */
  readonly manager: { readonly id: string; readonly name: string } | null;
  readonly can: EventAbilities;
}

export const eventSelect = {
  id: true,
  number: true,
  status: true,
  holdReason: true,
  cancelledReason: true,
  localStart: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  clockNote: true,
  managerId: true,
  location: { select: { id: true, name: true, city: true } },
  booking: { select: { id: true, number: true, title: true, client: { select: { id: true, name: true } } } },
} as const satisfies Prisma.EventInstanceSelect;

type EventRow = Prisma.EventInstanceGetPayload<{ select: typeof eventSelect }>;

/** Rows as this reader may see them; the managers' names come in one further statement. */
export async function toEventViews(
  db: Pick<Database, "prisma">,
  actor: PersonActor,
  rows: readonly EventRow[],
): Promise<EventView[]> {
  const can = eventAbilities(actor);
  const names = can.seeInternals ? await managerNames(db, rows) : new Map<string, string>();
  return rows.map((row) => {
    const managerName = row.managerId === null ? undefined : names.get(row.managerId);
    return {
      id: row.id,
      number: row.number,
      title: row.booking.title,
      status: knownStatus(row.status),
      onHold: row.holdReason !== null,
      holdReason: can.seeInternals ? row.holdReason : null,
      cancelledReason: can.seeInternals ? row.cancelledReason : null,
      localStart: row.localStart,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      timeZone: row.timeZone,
      clockNote: row.clockNote,
      venue: row.location,
      client: row.booking.client,
      booking: { id: row.booking.id, number: row.booking.number },
      manager: row.managerId && managerName ? { id: row.managerId, name: managerName } : null,
      can,
    };
  });
}

/** The column is held to these values by a check constraint. */
export function knownStatus(status: string): EventInstanceStatus {
  return status as EventInstanceStatus;
}

async function managerNames(
  db: Pick<Database, "prisma">,
  rows: readonly EventRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => (row.managerId === null ? [] : [row.managerId])))];
  if (ids.length === 0) return new Map();
  const people = await db.prisma.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(people.map((person) => [person.id, person.name]));
}
