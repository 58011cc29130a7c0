import "server-only";
import { notFound } from "@/commands/errors";
import type { Queryable, Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { EventLife } from "@/modules/event-instances/life/event-life";
import { newWindow } from "@/modules/event-instances/life/plan-reschedule";
import {
  readEventLife,
  readManagerClashes,
  readSibling,
  readVenueClashes,
} from "@/modules/event-instances/store/life/read";
import type { SwapCommand } from "@/modules/event-instances/swap/rules";
import type { EventPair, MoveOutside, SwapOutside } from "@/modules/event-instances/swap/swap";

interface PairIds {
  readonly eventId: string;
  readonly otherEventId: string;
}

/** Locks bookings, then events, then managers, each by id as everywhere, so that two swaps cannot block each other. */
export async function loadSwap(
  tx: Tx,
  command: SwapCommand,
): Promise<{ readonly state: EventPair; readonly outside: SwapOutside }> {
  const ids = [command.eventId, command.otherEventId];
  await tx.execute(sql`
    SELECT FROM booking WHERE id IN (SELECT booking_id FROM event_instance WHERE id = ANY (${ids}::uuid[]))
    ORDER BY id FOR UPDATE`);
  await tx.execute(sql`SELECT FROM event_instance WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`);
  await tx.execute(sql`
    SELECT FROM person WHERE id IN (SELECT manager_id FROM event_instance WHERE id = ANY (${ids}::uuid[]))
    ORDER BY id FOR NO KEY UPDATE`);
  const state = await readPair(tx, command);
  return { state, outside: await readSwap(tx, state) };
}

/** Throws `NOT_FOUND` when one of them is not there. */
export async function readPair(db: Queryable, { eventId, otherEventId }: PairIds): Promise<EventPair> {
  const [first, second] = await Promise.all([readEventLife(db, eventId), readEventLife(db, otherEventId)]);
  if (!first || !second) throw notFound("event");
  return { first, second };
}

/** What stands in the way of both: the same look for the preview and for the command. */
export async function readSwap(db: Queryable, { first, second }: EventPair): Promise<SwapOutside> {
  const [ofFirst, ofSecond, titles] = await Promise.all([
    readMoveBeside(db, first, second),
    readMoveBeside(db, second, first),
    db.query<{ id: string; title: string }>(sql`
      SELECT e.id, b.title FROM event_instance e JOIN booking b ON b.id = e.booking_id
      WHERE e.id = ANY (${[first.id, second.id]}::uuid[])`),
  ]);
  const titleOf = ({ id }: EventLife) => titles.find((row) => row.id === id)?.title ?? "";
  return { first: ofFirst, second: ofSecond, titles: { first: titleOf(first), second: titleOf(second) } };
}

/** What one event meets at the start of the other, which makes way. */
async function readMoveBeside(db: Queryable, event: EventLife, other: EventLife): Promise<MoveOutside> {
  const window = { eventId: event.id, ...newWindow(event, other.localStart) };
  const [managerClashes, venueClashes, sibling] = await Promise.all([
    event.managerId === null ? [] : readManagerClashes(db, event.managerId, window),
    readVenueClashes(db, event.location.id, window),
    readSibling(db, event.bookingId, window),
  ]);
  const without = <Item extends { readonly id: string }>(items: readonly Item[]) =>
    items.filter(({ id }) => id !== other.id);
  return {
    managerClashes: without(managerClashes),
    venueClashes: without(venueClashes),
    sibling: sibling?.id === other.id ? null : sibling,
  };
}
