import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Database } from "@/db/database";
import { type EventView, eventSelect, toEventViews } from "./row";
import { visibleTo } from "./scope";

/** One event. Throws `NOT_FOUND` alike for one that is missing and one that the reader may not know of. */
export async function eventById(
  db: Pick<Database, "prisma">,
  actor: PersonActor,
  eventId: string,
): Promise<EventView> {
  const scope = visibleTo(actor);
  const row = scope
    ? await db.prisma.eventInstance.findFirst({
        where: { AND: [scope, { id: eventId }] },
        select: eventSelect,
      })
    : null;
  const [view] = row ? await toEventViews(db, actor, [row]) : [];
  if (!view) throw notFound("event");
  return view;
}
