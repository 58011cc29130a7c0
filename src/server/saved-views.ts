import * as z from "zod";
import { notFound, ruleViolated } from "@/commands/errors";
import type { Database, Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { idSchema } from "@/values/ids";
import { isKeepable } from "@/values/keepable-text";

/** Lists whose settings can be kept under a name. */
export const SCREENS = ["log", "bookings"] as const;

const VIEWS_MAX = 100;

const screen = z.enum(SCREENS);

export const listViewsInput = z.strictObject({ screen, limit: z.int().min(1).max(200).default(200) });

export const saveViewInput = z.strictObject({
  /** Chosen by the caller: the same one again changes that view, and saving twice makes one. */
  viewId: idSchema,
  screen,
  name: z
    .string()
    .trim()
    .min(1, { error: "Enter a name for the view." })
    .max(80, { error: "Use at most 80 characters for the name." })
    .refine(isKeepable),
  /** The address behind the question mark. */
  query: z.string().max(2_000).refine(isKeepable),
  isShared: z.boolean().default(false),
});

export const viewInput = z.strictObject({ viewId: idSchema });

export const defaultViewInput = z.strictObject({
  screen,
  /** Null for the list as it comes. */
  viewId: idSchema.nullable(),
});

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly isShared: boolean;
  /** Only its owner may change or remove it. */
  readonly isOwn: boolean;
  readonly ownerName: string;
  readonly isDefault: boolean;
}

/** A person's own views of a list and those that others share, by name. */
export async function listViews(
  db: Queryable,
  personId: string,
  input: z.output<typeof listViewsInput>,
): Promise<readonly SavedView[]> {
  const rows = await db.query<{
    id: string;
    name: string;
    query: string;
    shared: boolean;
    is_own: boolean;
    owner_name: string;
    is_default: boolean;
  }>(sql`
    SELECT v.id, v.name, v.query, v.shared, v.owner_id = ${personId}::uuid AS is_own, p.name AS owner_name,
      d.view_id IS NOT NULL AS is_default
    FROM saved_view v
    JOIN person p ON p.id = v.owner_id
    LEFT JOIN saved_view_default d ON d.view_id = v.id AND d.person_id = ${personId}::uuid
    WHERE v.screen = ${input.screen} AND (v.owner_id = ${personId}::uuid OR v.shared)
    ORDER BY is_own DESC, v.name COLLATE "und-x-icu", v.id LIMIT ${input.limit}::integer`);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    query: row.query,
    isShared: row.shared,
    isOwn: row.is_own,
    ownerName: row.owner_name,
    isDefault: row.is_default,
  }));
}

/**
 * Keeps a view, or changes one's own. Throws `NOT_FOUND` for somebody else's, `RULE_VIOLATED` (`too_many_views`)
 * past a hundred of one person.
 */
export async function saveView(
  db: Database,
  personId: string,
  { viewId, screen: ofScreen, name, query, isShared }: z.output<typeof saveViewInput>,
): Promise<{ readonly viewId: string }> {
  await db.transaction(async (tx) => {
    const [kept] = await tx.query<{ held: number; is_known: boolean }>(sql`
      SELECT count(*)::integer AS held, coalesce(bool_or(id = ${viewId}::uuid), false) AS is_known
      FROM saved_view WHERE owner_id = ${personId}::uuid`);
    if (kept && kept.held >= VIEWS_MAX && !kept.is_known) {
      throw ruleViolated("too_many_views", `You have ${VIEWS_MAX} views. Remove one that you do not need.`);
    }
    const written = await tx.execute(sql`
      INSERT INTO saved_view AS v (id, owner_id, screen, name, query, shared)
      VALUES (${viewId}::uuid, ${personId}::uuid, ${ofScreen}, ${name}, ${query}, ${isShared})
      ON CONFLICT (id) DO UPDATE
      SET name = excluded.name, query = excluded.query, shared = excluded.shared, updated_at = now()
      WHERE v.owner_id = excluded.owner_id AND v.screen = excluded.screen`);
    if (written === 0) throw notFound("view");
  });
  return { viewId };
}

/** Removes one's own view. Throws `NOT_FOUND` for any other. */
export async function removeView(
  db: Queryable,
  personId: string,
  viewId: string,
): Promise<{ readonly viewId: string }> {
  const removed = await db.execute(sql`
    DELETE FROM saved_view WHERE id = ${viewId}::uuid AND owner_id = ${personId}::uuid`);
  if (removed === 0) throw notFound("view");
  return { viewId };
}

/** Says what a person's list opens with. Throws `NOT_FOUND` for a view that they do not see. */
export async function setDefaultView(
  db: Queryable,
  personId: string,
  { screen: ofScreen, viewId }: z.output<typeof defaultViewInput>,
): Promise<{ readonly viewId: string | null }> {
  if (viewId === null) {
    await db.execute(sql`
      DELETE FROM saved_view_default WHERE person_id = ${personId}::uuid AND screen = ${ofScreen}`);
    return { viewId };
  }
  const written = await db.execute(sql`
    INSERT INTO saved_view_default (person_id, screen, view_id)
    SELECT ${personId}::uuid, screen, id FROM saved_view
    WHERE id = ${viewId}::uuid AND screen = ${ofScreen} AND (owner_id = ${personId}::uuid OR shared)
    ON CONFLICT (person_id, screen) DO UPDATE SET view_id = excluded.view_id`);
  if (written === 0) throw notFound("view");
  return { viewId };
}
