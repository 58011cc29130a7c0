import * as z from "zod";
import type { Queryable } from "@/db/database";
import {
  formatTailCursor,
  parseTailCursor,
  type TailCursor,
  tailCursorNow,
} from "@/domain-events/log/tail-rows";

/** The place of a page in the log, as it travels through a page and back: `<xid>.<position>`. */
export const liveCursorInput = z
  .string()
  .max(41)
  .refine((text) => parseTailCursor(text) !== undefined, { error: "This is no place in the log." });

/** The place to go on from, read before what the page shows. */
export async function liveCursorNow(db: Queryable): Promise<string> {
  return formatTailCursor(await tailCursorNow(db));
}

/** The same as the log takes it; undefined for none. */
export function toTailCursor(text: string | null | undefined): TailCursor | undefined {
  return text === null || text === undefined ? undefined : parseTailCursor(text);
}
