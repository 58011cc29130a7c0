import "server-only";
import { conflict } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import { type RecordType, recordFields } from "./inputs";
import type { DirectoryCommand, DirectoryRecord, RecordState } from "./record";

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
      return sql`SELECT version, archived_at IS NOT NULL AS archived, name, description
        FROM kit_template WHERE id = ${id} FOR UPDATE`;
    default:
      return neverType(recordType);
  }
}

function neverType(recordType: never): never {
  throw new Error(`unknown record type ${String(recordType)}`);
}

/** Saves a record; an update or archive of another version than the loaded one is a conflict. */
export async function save(
  tx: Tx,
  change: {
    readonly before: RecordState;
    readonly after: RecordState;
    readonly command: DirectoryCommand;
    readonly context: { readonly now: string };
  },
): Promise<void> {
  const { before, after, command, context } = change;
  if (!after.exists) return;
  if (endsSessions(before, command)) {
    await tx.execute(sql`DELETE FROM auth_session WHERE user_id = ${after.id}::uuid`);
  }
  if (command.type === "archive") {
    const archived = await tx.execute(archiveStatement(command.recordType, after, context.now));
    return expectOne(archived);
  }
  const written = before.exists
    ? await tx.execute(updateStatement(command, after))
    : await tx.execute(insertStatement(command, after.id, context.now));
  expectOne(written);
}

/** Whoever loses a right, or signs in by another address, signs in anew everywhere (security.md part 6, S-30). */
function endsSessions(before: RecordState, command: DirectoryCommand): boolean {
  if (!before.exists || command.recordType !== "person") return false;
  if (command.type !== "update") return true;
  const old = recordFields.person.parse(before.fields);
  const { role, clientId, active, email } = command.fields;
  return old.role !== role || old.clientId !== clientId || old.active !== active || old.email !== email;
}

function expectOne(count: number): void {
  if (count !== 1) throw conflict("The record was changed by somebody else just now. Reload it.");
}

type Writing = Extract<DirectoryCommand, { type: "create" | "update" }>;

function insertStatement(command: Writing, id: string, now: string) {
  switch (command.recordType) {
    case "client":
      return sql`INSERT INTO client (id, name, created_at) VALUES (${id}, ${command.fields.name}, ${now})`;
    case "location": {
      const f = command.fields;
      return sql`INSERT INTO location (id, name, address, city, country, time_zone, latitude, longitude,
          geofence_radius_m, created_at)
        VALUES (${id}, ${f.name}, ${f.address}, ${f.city}, ${f.country}, ${f.timeZone}, ${f.latitude},
          ${f.longitude}, ${f.geofenceRadiusM}, ${now})`;
    }
    case "person": {
      const f = command.fields;
      return sql`INSERT INTO person (id, name, email, role, client_id, active, time_zone, created_at)
        VALUES (${id}, ${f.name}, ${f.email}, ${f.role}, ${f.clientId}, ${f.active}, ${f.timeZone}, ${now})`;
    }
    case "kitTemplate":
      return sql`INSERT INTO kit_template (id, name, description, created_at)
        VALUES (${id}, ${command.fields.name}, ${command.fields.description}, ${now})`;
    default:
      return neverCommand(command);
  }
}

function updateStatement(command: Writing, after: DirectoryRecord) {
  const { id } = after;
  const from = after.version - 1;
  switch (command.recordType) {
    case "client":
      return sql`UPDATE client SET name = ${command.fields.name}, version = ${after.version}
        WHERE id = ${id} AND version = ${from}`;
    case "location": {
      const f = command.fields;
      return sql`UPDATE location SET name = ${f.name}, address = ${f.address}, city = ${f.city},
          country = ${f.country}, time_zone = ${f.timeZone}, latitude = ${f.latitude},
          longitude = ${f.longitude}, geofence_radius_m = ${f.geofenceRadiusM}, version = ${after.version}
        WHERE id = ${id} AND version = ${from}`;
    }
    case "person": {
      const f = command.fields;
      return sql`UPDATE person SET name = ${f.name}, email = ${f.email}, role = ${f.role},
          client_id = ${f.clientId}, active = ${f.active}, time_zone = ${f.timeZone}, version = ${after.version}
        WHERE id = ${id} AND version = ${from}`;
    }
    case "kitTemplate":
      return sql`UPDATE kit_template SET name = ${command.fields.name},
          description = ${command.fields.description}, version = ${after.version}
        WHERE id = ${id} AND version = ${from}`;
    default:
      return neverCommand(command);
  }
}

function archiveStatement(recordType: RecordType, after: DirectoryRecord, now: string) {
  const { id, version } = after;
  switch (recordType) {
    case "client":
      return sql`UPDATE client SET archived_at = ${now}, version = ${version} WHERE id = ${id} AND version = ${version - 1}`;
    case "location":
      return sql`UPDATE location SET archived_at = ${now}, version = ${version} WHERE id = ${id} AND version = ${version - 1}`;
    case "person":
      return sql`UPDATE person SET active = false, version = ${version} WHERE id = ${id} AND version = ${version - 1}`;
    case "kitTemplate":
      return sql`UPDATE kit_template SET archived_at = ${now}, version = ${version} WHERE id = ${id} AND version = ${version - 1}`;
    default:
      return neverType(recordType);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown directory command ${JSON.stringify(command)}`);
}
