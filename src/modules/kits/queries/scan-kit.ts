import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { codeOfLabel } from "@/modules/kits/label-code";

/** What a scanned label means at one event. */
export type ScannedKit =
  | {
      readonly kind: "here";
      readonly code: string;
      readonly kitAssignmentId: string;
      readonly kitInstanceId: string;
    }
  /** It is a kit, and not one of this event. */
  | { readonly kind: "elsewhere"; readonly code: string; readonly words: string }
  | { readonly kind: "no-kit"; readonly words: string };

interface Row {
  readonly id: string;
  readonly code: string;
  readonly template_name: string;
  readonly is_retired: boolean;
  readonly kit_assignment_id: string | null;
  readonly other_number: number | null;
}

/** Throws `NOT_FOUND` for an event that the reader does not run; other events are named to admins alone. */
export async function scanKit(
  db: Queryable,
  actor: PersonActor,
  { eventId, code: text }: { readonly eventId: string; readonly code: string },
): Promise<ScannedKit> {
  const [event] = await db.query<{ id: string }>(sql`
    SELECT id FROM event_instance
    WHERE id = ${eventId} AND (${actor.role === "admin"}::boolean OR manager_id = ${actor.id})`);
  if (!event) throw notFound("event");
  const code = codeOfLabel(text);
  if (code === null) return noKit("This is not the code of a kit. Scan the label on the box.");
  const [row] = await db.query<Row>(sql`
    SELECT u.id, u.code, t.name AS template_name, u.archived_at IS NOT NULL AS is_retired,
      here.id AS kit_assignment_id, other.number AS other_number
    FROM kit_instance u
    JOIN kit_template t ON t.id = u.kit_template_id
    LEFT JOIN LATERAL (
      SELECT a.id FROM kit_assignment a
      WHERE a.kit_instance_id = u.id AND a.event_id = ${eventId} AND a.status <> 'cancelled'
      ORDER BY array_position(ARRAY['checked_out', 'partly_returned', 'prepared', 'assigned', 'returned'], a.status),
        a.window_start, a.id LIMIT 1) here ON true
    LEFT JOIN LATERAL (
      SELECT e.number FROM kit_assignment a JOIN event_instance e ON e.id = a.event_id
      WHERE a.kit_instance_id = u.id AND a.event_id <> ${eventId} AND a.status NOT IN ('returned', 'cancelled')
      ORDER BY a.window_start, a.id LIMIT 1) other ON true
    WHERE u.code = ${code}`);
  if (!row) return noKit(`No kit is called ${code}. Read the label again.`);
  if (row.kit_assignment_id === null) return elsewhere(row, actor);
  return {
    kind: "here",
    code: row.code,
    kitAssignmentId: row.kit_assignment_id,
    kitInstanceId: row.id,
  };
}

function noKit(words: string): ScannedKit {
  return { kind: "no-kit", words };
}

function elsewhere(
  { code, template_name, is_retired, other_number }: Row,
  { role }: PersonActor,
): ScannedKit {
  const said = (words: string): ScannedKit => ({
    kind: "elsewhere",
    code,
    words: `${code} (${template_name}) ${words}`,
  });
  if (is_retired) return said("is retired.");
  if (other_number === null) return said("is not meant for this event.");
  return said(role === "admin" ? `is meant for EV-${other_number}.` : "is meant for another event.");
}
