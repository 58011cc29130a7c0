import "server-only";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** Kit templates as the warehouse sees them: what is where, and which kits are not what they should be. */

export interface KitTemplateRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: number;
  readonly isArchived: boolean;
  readonly preparationMinutes: number;
  readonly turnaroundMinutes: number;
  readonly lines: number;
  /** In use, whatever their state. */
  readonly kits: number;
  readonly available: number;
  /** With somebody now. */
  readonly out: number;
  /** Holding more or less than the template says. */
  readonly differing: number;
}

const TEMPLATES_MAX = 200;

/** Templates by name, archived ones last. */
export async function listTemplates(
  db: Queryable,
  { includeArchived }: { readonly includeArchived: boolean },
): Promise<readonly KitTemplateRow[]> {
  return db.query<KitTemplateRow>(sql`
    SELECT t.id, t.name, t.description, t.version, t.archived_at IS NOT NULL AS "isArchived",
      t.preparation_minutes AS "preparationMinutes", t.turnaround_minutes AS "turnaroundMinutes",
      (SELECT count(*)::integer FROM kit_component c WHERE c.kit_template_id = t.id AND c.removed_at IS NULL) AS lines,
      count(u.id)::integer AS kits, (count(u.id) FILTER (WHERE u.status = 'available'))::integer AS available,
      (count(u.id) FILTER (WHERE u.holder_id IS NOT NULL))::integer AS out,
      (count(u.id) FILTER (WHERE u.id IN (SELECT kit_instance_id FROM ${differences})))::integer AS differing
    FROM kit_template t
    LEFT JOIN kit_unit u ON u.kit_template_id = t.id AND u.archived_at IS NULL
    WHERE ${includeArchived}::boolean OR t.archived_at IS NULL
    GROUP BY t.id ORDER BY t.archived_at IS NOT NULL, t.name, t.id LIMIT ${TEMPLATES_MAX}`);
}

/** Each part of which a kit in use holds more or less than its template says. */
const differences = sql`(
  SELECT i.id AS kit_instance_id, i.code, i.home, i.kit_template_id, c.id AS component_id, c.name, c.position, c.removed_at,
    CASE WHEN c.removed_at IS NULL THEN c.quantity ELSE 0 END AS asked, coalesce(s.quantity, 0) AS held
  FROM kit_instance i
  JOIN kit_component c ON c.kit_template_id = i.kit_template_id
  LEFT JOIN kit_stock s ON s.component_id = c.id AND s.kit_instance_id = i.id
  WHERE i.archived_at IS NULL
    AND coalesce(s.quantity, 0) <> CASE WHEN c.removed_at IS NULL THEN c.quantity ELSE 0 END) AS differing`;

/** A kit that is not what its template says, and what would make it so (domain.md rule 44). */
export interface DifferingKit {
  readonly kitInstanceId: string;
  readonly code: string;
  readonly home: string;
  readonly kitTemplateId: string;
  readonly templateName: string;
  /** Nothing is done to a kit while it is out. */
  readonly isOut: boolean;
  /** In the order of the template; `by` is above zero where there is too much. */
  readonly parts: readonly { readonly componentId: string; readonly name: string; readonly by: number }[];
}

const KITS_MAX = 200;

/** Kits that differ from their template, by code; of one template or of all. */
export async function differingKits(
  db: Queryable,
  kitTemplateId: string | null,
): Promise<readonly DifferingKit[]> {
  return db.query<DifferingKit>(sql`
    SELECT d.kit_instance_id AS "kitInstanceId", d.code, d.home, d.kit_template_id AS "kitTemplateId",
      t.name AS "templateName", k.holder_id IS NOT NULL AS "isOut",
      json_agg(json_build_object('componentId', d.component_id, 'name', d.name, 'by', d.held - d.asked)
        ORDER BY d.removed_at IS NOT NULL, d.position, d.component_id) AS parts
    FROM (SELECT * FROM ${differences}
      WHERE ${kitTemplateId}::uuid IS NULL OR kit_template_id = ${kitTemplateId}::uuid) AS d
    JOIN kit_template t ON t.id = d.kit_template_id
    LEFT JOIN kit_custody k ON k.kit_instance_id = d.kit_instance_id AND k.until_at IS NULL
    GROUP BY d.kit_instance_id, d.code, d.home, d.kit_template_id, t.name, k.holder_id
    ORDER BY d.code LIMIT ${KITS_MAX}`);
}

/** One part of a template and where all of it is. */
export interface TemplatePart {
  readonly componentId: string;
  readonly name: string;
  readonly quantity: number;
  readonly usage: "returnable" | "consumable";
  readonly critical: boolean;
  readonly isRemoved: boolean;
  readonly inKits: number;
  readonly spares: number;
  readonly used: number;
  readonly lost: number;
  readonly writtenOff: number;
}

export interface KitTemplateView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: number;
  readonly isArchived: boolean;
  readonly preparationMinutes: number;
  readonly turnaroundMinutes: number;
  readonly kits: number;
  readonly out: number;
  /** Packed for an event and still here. */
  readonly packed: number;
  readonly parts: readonly TemplatePart[];
  readonly differing: readonly DifferingKit[];
}

/** One template with its parts and the kits that differ from it. Throws `NOT_FOUND`. */
export async function templateById(db: Queryable, kitTemplateId: string): Promise<KitTemplateView> {
  const [[template], parts, differing] = await Promise.all([
    db.query<Omit<KitTemplateView, "parts" | "differing">>(sql`
      SELECT t.id, t.name, t.description, t.version, t.archived_at IS NOT NULL AS "isArchived",
        t.preparation_minutes AS "preparationMinutes", t.turnaround_minutes AS "turnaroundMinutes",
        (SELECT count(*)::integer FROM kit_instance i WHERE i.kit_template_id = t.id AND i.archived_at IS NULL) AS kits,
        (SELECT count(*)::integer FROM kit_custody c JOIN kit_instance i ON i.id = c.kit_instance_id
          WHERE i.kit_template_id = t.id AND c.until_at IS NULL AND c.holder_id IS NOT NULL) AS out,
        (SELECT count(*)::integer FROM kit_assignment a
          WHERE a.kit_template_id = t.id AND a.status = 'prepared') AS packed
      FROM kit_template t WHERE t.id = ${kitTemplateId}`),
    readParts(db, kitTemplateId),
    differingKits(db, kitTemplateId),
  ]);
  if (!template) throw notFound("kit template");
  return { ...template, parts, differing };
}

/** Those that were taken out follow as long as there is any of them in a kit or in the spares. */
function readParts(db: Queryable, kitTemplateId: string): Promise<TemplatePart[]> {
  const at = (place: string) => sql`coalesce(sum(s.quantity) FILTER (WHERE s.place = ${place}), 0)::integer`;
  return db.query<TemplatePart>(sql`
    SELECT c.id AS "componentId", c.name, c.quantity, c.usage, c.critical, c.removed_at IS NOT NULL AS "isRemoved",
      ${at("kit")} AS "inKits", ${at("spares")} AS spares, ${at("used")} AS used, ${at("lost")} AS lost,
      ${at("written_off")} AS "writtenOff"
    FROM kit_component c LEFT JOIN kit_stock s ON s.component_id = c.id
    WHERE c.kit_template_id = ${kitTemplateId}
    GROUP BY c.id
    HAVING c.removed_at IS NULL OR sum(s.quantity) FILTER (WHERE s.place IN ('kit', 'spares')) > 0
    ORDER BY c.removed_at IS NOT NULL, c.position, c.id`);
}
