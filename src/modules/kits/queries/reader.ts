import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import type { KittedEvent } from "@/modules/kits/kits";
import { readEvents } from "@/modules/kits/store/read";

/** The event, for admins and its manager; everybody else gets the `NOT_FOUND` of one that does not exist. */
export async function eventForRunner(
  db: Queryable,
  actor: PersonActor,
  eventId: string,
): Promise<KittedEvent> {
  const [event] = await readEvents(db, [eventId]);
  const runs = actor.role === "admin" || (actor.role === "manager" && event?.managerId === actor.id);
  if (!event || !runs) throw notFound("event");
  return event;
}
