import "server-only";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import { type RecordType, recordFields } from "@/modules/directory/inputs";
import type { DirectoryCommand, DirectoryRecord, RecordState } from "@/modules/directory/record";

/** Loads and locks one record of master data; a new one starts as nothing. */
export async function load(
  tx: Tx,
  command: DirectoryCommand,
): Promise<{ state: RecordState; outside: undefined }> {
  const id = command.recordId;
  const state = id === undefined ? null : await readRecord(tx, command.recordType, id);
  return { state: state ?? { exists: false }, outside: undefined };
}

async function readRecord(tx: Tx, recordType: RecordType, id: string): Promise<DirectoryRecord | null> {
  const row = await lockRow(tx, recordType, id);
  if (!row) return null;
  const { version, archived, ...fields } = row;
  return {
    exists: true,
    id,
    version: Number(version),
    archived: archived === true,
    fields: recordFields[recordType].parse(fields),
  };
}

type Row = Record<string, unknown>;

async function lockRow(tx: Tx, recordType: RecordType, id: string): Promise<Row | undefined> {
  const rows = await tx.query<Row>(lockStatement(recordType, id));
  return rows[0];
}

function lockStatement(recordType: RecordType, id: string) {
  switch (recordType) {
    case "client":
      return sql`SELECT version, archived_at IS NOT NULL AS archived, name
        FROM client WHERE id = ${id} FOR UPDATE`;
    case "location":
      return sql`SELECT version, archived_at IS NOT NULL AS archived, name, address, city, country,
          time_zone AS "timeZone", latitude, longitude, geofence_radius_m AS "geofenceRadiusM"
        FROM location WHERE id = ${id} FOR UPDATE`;
    case "person":
      return sql`SELECT version, NOT active AS archived, name, email, role, client_id AS "clientId", active,
          time_zone AS "timeZone"
        FROM person WHERE id = ${id} FOR UPDATE`;
    case "kitTemplate":
      return sql`SELECT version, archived_at IS NOT NULL AS archived, name, description,
          preparation_minutes AS "preparationMinutes", turnaround_minutes AS "turnaroundMinutes",
          (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'quantity', c.quantity,
              'usage', c.usage, 'critical', c.critical) ORDER BY c.position, c.id), '[]')
            FROM kit_component c WHERE c.kit_template_id = t.id AND c.removed_at IS NULL) AS lines
        FROM kit_template t WHERE id = ${id} FOR UPDATE`;
    case "preparationTemplate":
      return sql`SELECT version, archived_at IS NOT NULL AS archived, name, activity_type AS "activityType",
          (SELECT coalesce(json_agg(json_build_object('description', l.description, 'kind', l.kind,
              'minutesBefore', l.minutes_before) ORDER BY l.rank), '[]')
            FROM preparation_template_line l WHERE l.template_id = t.id) AS lines
        FROM preparation_template t WHERE id = ${id} FOR UPDATE`;
    default:
      return neverType(recordType);
  }
}

function neverType(recordType: never): never {
  throw new Error(`unknown record type ${String(recordType)}`);
}
