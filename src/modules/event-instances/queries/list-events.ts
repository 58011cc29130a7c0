import "server-only";
import type { PersonActor } from "@/commands/actor";
import type { Database } from "@/db/database";
import type { Prisma } from "@/generated/prisma/client";
import type { ListEventsInput } from "@/modules/event-instances/inputs";
import { escapeLike } from "@/values/like-pattern";
import { type EventView, eventSelect, toEventViews } from "./row";
import { visibleTo } from "./scope";
import { readStartCursor, writeStartCursor } from "./start-cursor";

export interface EventPage {
  readonly items: readonly EventView[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
  /** Exact up to 1,000; `more` when there are more than that. */
  readonly total: { readonly count: number; readonly more: boolean };
}

const COUNT_MAX = 1_000;

/** The events that the reader may know of, by start; throws `INVALID` for a cursor of another list. */
export async function listEvents(
  db: Pick<Database, "prisma">,
  actor: PersonActor,
  input: ListEventsInput,
): Promise<EventPage> {
  const scope = visibleTo(actor);
  if (!scope) return { items: [], nextCursor: null, total: { count: 0, more: false } };
  const wanted = [scope, ...filters(input), ...search(input.q)];
  const direction = input.order === "earliest" ? "asc" : "desc";
  const [rows, count] = await Promise.all([
    db.prisma.eventInstance.findMany({
      where: { AND: [...wanted, ...after(input)] },
      select: eventSelect,
      orderBy: [{ startsAt: direction }, { id: direction }],
      take: input.limit + 1,
    }),
    db.prisma.eventInstance.count({ where: { AND: wanted }, take: COUNT_MAX + 1 }),
  ]);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: await toEventViews(db, actor, page),
    nextCursor: rows.length > input.limit && last ? writeStartCursor(last) : null,
    total: { count: Math.min(count, COUNT_MAX), more: count > COUNT_MAX },
  };
}

function filters(input: ListEventsInput): Prisma.EventInstanceWhereInput[] {
  return [
    ...(input.from ? [{ endsAt: { gt: input.from } }] : []),
    ...(input.to ? [{ startsAt: { lt: input.to } }] : []),
    ...(input.status && input.status.length > 0 ? [{ status: { in: input.status } }] : []),
    ...(input.onHold === undefined ? [] : [{ holdReason: input.onHold ? { not: null } : null }]),
    ...(input.clientId ? [{ clientId: input.clientId }] : []),
    ...(input.locationId ? [{ locationId: input.locationId }] : []),
    ...(input.bookingId ? [{ bookingId: input.bookingId }] : []),
  ];
}

const NUMBER_MAX = 2 ** 31 - 1;

/** A number finds the event or the booking that bears it; anything else is looked for in names. */
function search(q: string | undefined): Prisma.EventInstanceWhereInput[] {
  if (!q) return [];
  const match = /^(EV|BK)?-?(\d{1,10})$/i.exec(q);
  const number = match ? Number(match[2]) : Number.NaN;
  const prefix = match?.[1]?.toUpperCase();
  const contains = { contains: escapeLike(q), mode: "insensitive" } as const;
  const byNumber: Prisma.EventInstanceWhereInput[] =
    number <= NUMBER_MAX
      ? [...(prefix === "BK" ? [] : [{ number }]), ...(prefix === "EV" ? [] : [{ booking: { number } }])]
      : [];
  return [
    {
      OR: [
        ...byNumber,
        { booking: { title: contains } },
        { location: { name: contains } },
        { booking: { client: { name: contains } } },
      ],
    },
  ];
}

function after({ cursor, order }: ListEventsInput): Prisma.EventInstanceWhereInput[] {
  if (cursor === undefined) return [];
  const { startsAt, id } = readStartCursor(cursor);
  return order === "earliest"
    ? [{ OR: [{ startsAt: { gt: startsAt } }, { startsAt, id: { gt: id } }] }]
    : [{ OR: [{ startsAt: { lt: startsAt } }, { startsAt, id: { lt: id } }] }];
}
