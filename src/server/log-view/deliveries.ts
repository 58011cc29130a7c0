import "server-only";
import type { Queryable } from "@/db/database";
import { searchEvents } from "@/domain-events/log/search";
import { factDeliveries } from "@/modules/operations/queries/fact-deliveries";
import { detailsOf, namesOf, toLine } from "./lines";

const ACTS_MAX = 20;
const BEGINNING = "1970-01-01T00:00:00.000Z";

/** One fact's deliveries, and what operators did to them, newest first. */
export async function deliveriesOf(db: Queryable, factId: string, now: string) {
  const deliveries = await factDeliveries(db, factId);
  const { events } = await searchEvents(db, {
    entityIds: [`fact:${factId}`],
    categories: ["system"],
    from: BEGINNING,
    limit: ACTS_MAX,
  });
  const names = await namesOf(db, events);
  const acts = events.map((event) => {
    const { id, at, actor, title } = toLine(event, names, now);
    return { id, at, actor, title, details: detailsOf(event, names, now) };
  });
  return { deliveries, acts };
}
