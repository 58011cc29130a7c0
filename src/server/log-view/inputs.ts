import * as z from "zod";
import { CATEGORIES } from "@/domain-events/catalog/catalog";
import { idSchema } from "@/values/ids";
import { isKeepable } from "@/values/keepable-text";
import { instantSchema } from "@/values/usable-instant";

/** Time ranges that a search of the log may ask for; there is always one, and the page states it. */
export const LOG_RANGES = ["1h", "24h", "7d", "30d", "all"] as const;
export type LogRange = (typeof LOG_RANGES)[number];

export const LOG_PAGE_MAX = 100;

export const searchInput = z.strictObject({
  range: z.enum(LOG_RANGES).default("24h"),
  /** Instants; they take the place of the range. `from` is inclusive, `to` is not. */
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  types: z
    .array(
      z
        .string()
        .max(100)
        .regex(/^[A-Z_]+$/),
    )
    .max(100)
    .optional(),
  category: z.enum(CATEGORIES).optional(),
  /** The id of a fact, a chain or any record, or a number as people say it: BK-1042, EV-221. */
  id: z.string().trim().max(128).refine(isKeepable).optional(),
  cursor: z.strictObject({ recordedAt: instantSchema, position: z.string().regex(/^\d{1,18}$/) }).optional(),
  limit: z.int().min(1).max(LOG_PAGE_MAX).default(50),
});

export type SearchInput = z.output<typeof searchInput>;

export const byIdInput = z.strictObject({ id: idSchema });

export const relatedInput = z.strictObject({
  correlationId: z.string().min(1).max(128).refine(isKeepable),
  /** The position that the page before ended with. */
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullish(),
  /** Sent along by paging queries; pages only go backwards in time. */
  direction: z.literal("forward").optional(),
  limit: z.int().min(1).max(LOG_PAGE_MAX).default(50),
});

export type RelatedInput = z.output<typeof relatedInput>;
