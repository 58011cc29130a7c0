import * as z from "zod";
import { CATEGORIES } from "@/domain-events/catalog/catalog";
import { SEARCHABLE_FIELDS } from "@/domain-events/catalog/searchable-fields";
import { DELIVERY_STATES, LOG_ORDERS } from "@/domain-events/log/log-filter";
import { liveCursorInput } from "@/server/live/live-cursor";
import { idSchema } from "@/values/ids";
import { isKeepable } from "@/values/keepable-text";
import { instantSchema } from "@/values/usable-instant";

/** Time ranges that a search of the log may ask for; there is always one, and the page states it. */
export const LOG_RANGES = ["1h", "24h", "7d", "30d", "all"] as const;
export type LogRange = (typeof LOG_RANGES)[number];

export const LOG_PAGE_MAX = 100;

const text = (max: number) => z.string().trim().min(1).max(max).refine(isKeepable);

/** What may be asked of the log; everything that is left out asks for nothing. */
const filterShape = {
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
  /** The id of a fact, a chain or any record, a number as people say it (BK-1042, EV-221), or a part of a name. */
  id: z.string().trim().max(128).refine(isKeepable).optional(),
  correlationId: text(128).optional(),
  /** A person's id, or `system`. */
  actor: text(128).optional(),
  /** `<subject>.<command>` or `<handler>.<reaction>`. */
  source: text(100).optional(),
  /** A registered field of the payload and the text it holds: `severity` = `critical`. */
  field: z.strictObject({ name: z.enum(SEARCHABLE_FIELDS), value: text(300) }).optional(),
  /** How far a handler is; any handler when only the state is named. */
  state: z.enum(DELIVERY_STATES).optional(),
  handler: text(60).optional(),
};

export const searchInput = z.strictObject({
  ...filterShape,
  cursor: z.strictObject({ recordedAt: instantSchema, position: z.string().regex(/^\d{1,18}$/) }).nullish(),
  /** Which entry comes first. */
  order: z.enum(LOG_ORDERS).default("newest"),
  /** Sent along by paging queries; there is no way back to an earlier page. */
  direction: z.literal("forward").optional(),
  limit: z.int().min(1).max(LOG_PAGE_MAX).default(50),
});

export type SearchInput = z.output<typeof searchInput>;

export type FilterInput = Omit<SearchInput, "cursor" | "order" | "direction" | "limit">;

/** The lines of entries whose ids are known, as far as the filter leaves them. */
export const linesInput = z.strictObject({
  ...filterShape,
  ids: z.array(idSchema).min(1).max(LOG_PAGE_MAX),
});

export type LinesInput = z.output<typeof linesInput>;

export const tailInput = z.strictObject({
  ...filterShape,
  /** Where the list was read; what was committed since is told first. */
  since: liveCursorInput.optional(),
  lastEventId: liveCursorInput.nullish(),
});

export type TailInput = z.output<typeof tailInput>;

export const suggestInput = z.strictObject({
  kind: z.enum(["actor", "source"]),
  /** Part of the name; everything when empty. */
  words: z.string().trim().max(100).refine(isKeepable).default(""),
});

export type SuggestInput = z.output<typeof suggestInput>;

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

export const storyInput = z.strictObject({
  correlationId: text(128),
  limit: z.int().min(1).max(200).default(200),
});

export type StoryInput = z.output<typeof storyInput>;
