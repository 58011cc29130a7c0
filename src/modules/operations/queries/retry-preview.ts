import "server-only";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { CountUpTo } from "@/modules/operations/deliveries";
import { type DeliveryFilter, RETRY_MAX, SKIP_MAX } from "@/modules/operations/inputs";
import { countMatching } from "@/modules/operations/store/matching";

export interface RetryPreview extends CountUpTo {
  /** How many of them one act settles; what is left takes another. */
  readonly atOnce: { readonly retry: number; readonly skip: number };
}

/** How many deliveries a filter would retry or skip now. Throws `NOT_FOUND` for no such handler. */
export async function previewRetry(
  db: Queryable,
  { handler, filter }: { readonly handler: string; readonly filter: DeliveryFilter },
): Promise<RetryPreview> {
  const [known] = await db.query(sql`SELECT name FROM event_handler WHERE name = ${handler}`);
  if (!known) throw notFound("handler");
  return { ...(await countMatching(db, handler, filter)), atOnce: { retry: RETRY_MAX, skip: SKIP_MAX } };
}
