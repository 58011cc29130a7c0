import "server-only";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { CountUpTo } from "@/modules/operations/deliveries";
import type { DeliveryFilter } from "@/modules/operations/inputs";
import { countMatching } from "@/modules/operations/store/matching";

/** How many deliveries a filter would retry or skip now. Throws `NOT_FOUND` for no such handler. */
export async function previewRetry(
  db: Queryable,
  { handler, filter }: { readonly handler: string; readonly filter: DeliveryFilter },
): Promise<CountUpTo> {
  const [known] = await db.query(sql`SELECT name FROM event_handler WHERE name = ${handler}`);
  if (!known) throw notFound("handler");
  return countMatching(db, handler, filter);
}
