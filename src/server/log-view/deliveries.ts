import "server-only";
import type { Queryable } from "@/db/database";
import { searchEvents } from "@/domain-events/log/search";
import { factDeliveries } from "@/modules/operations/queries/fact-deliveries";
import { timeOf } from "./filter";
import { detailsOf, namesOf, toLine } from "./lines";

const ACTS_MAX = 20;

/** One fact's deliveries, and what operators did to them, newest first. */
export async function deliveriesOf(db: Queryable, factId: string, nowMs: number) {
  const deliveries = await factDeliveries(db, factId);
  const { events } = await searchEvents(db, {
    entityIds: [`fact:${factId}`],
    categories: ["system"],
    ...timeOf({ range: "all" }, nowMs),
    limit: ACTS_MAX,
  });
  const now = new Date(nowMs).toISOString();
  const names = await namesOf(db, events);
  const acts = events.map((event) => {
    const { id, at, actor, title } = toLine(event, names, now);
    return { id, at, actor, title, details: detailsOf(event, names, now) };
  });
  return { deliveries, acts };
}
