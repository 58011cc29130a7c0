import "server-only";
import { conflict } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { RecordType } from "@/modules/directory/inputs";
import type { DirectoryCommand, DirectoryRecord, RecordState } from "@/modules/directory/record";
import { endSessions, endStanding } from "./end-standing";
import { saveKitLines } from "./kit-lines";
import { insertTemplate, updateTemplate } from "./template-statements";

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
  switch (command.type) {
    case "invite":
      return;
    case "endSessions":
      return endSessions(tx, after.id);
    default:
      if (before.exists && command.recordType === "person") await endStanding(tx, before, after);
      expectOne(await tx.execute(statementOf(command, before, after, context.now)));
      if (command.recordType === "kitTemplate" && "fields" in command) {
        await saveKitLines(tx, after.id, command.fields.lines, context.now);
      }
  }
}

function statementOf(
  command: Exclude<DirectoryCommand, { type: "invite" | "endSessions" }>,
  before: RecordState,
  after: DirectoryRecord,
  now: string,
): Sql {
  switch (command.type) {
    case "archive":
    case "restore":
      return keepingStatement(command.recordType, after, now);
    case "create":
    case "update":
      return before.exists ? updateStatement(command, after) : insertStatement(command, after.id, now);
    default:
      return neverCommand(command);
  }
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
    case "kitTemplate": {
      const f = command.fields;
      return sql`INSERT INTO kit_template (id, name, description, preparation_minutes, turnaround_minutes, created_at)
        VALUES (${id}, ${f.name}, ${f.description}, ${f.preparationMinutes}, ${f.turnaroundMinutes}, ${now})`;
    }
    case "preparationTemplate":
      return insertTemplate(command.fields, id, now);
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
    case "kitTemplate": {
      const f = command.fields;
      return sql`UPDATE kit_template SET name = ${f.name}, description = ${f.description},
          preparation_minutes = ${f.preparationMinutes}, turnaround_minutes = ${f.turnaroundMinutes},
          version = ${after.version}
        WHERE id = ${id} AND version = ${from}`;
    }
    case "preparationTemplate":
      return updateTemplate(command.fields, after);
    default:
      return neverCommand(command);
  }
}

/** Archives a record or brings it back, as the state says. */
function keepingStatement(recordType: RecordType, after: DirectoryRecord, now: string): Sql {
  const { id, version } = after;
  const archivedAt = after.archived ? now : null;
  switch (recordType) {
    case "client":
      return sql`UPDATE client SET archived_at = ${archivedAt}, version = ${version} WHERE id = ${id} AND version = ${version - 1}`;
    case "location":
      return sql`UPDATE location SET archived_at = ${archivedAt}, version = ${version} WHERE id = ${id} AND version = ${version - 1}`;
    case "person":
      return sql`UPDATE person SET active = ${!after.archived}, version = ${version} WHERE id = ${id} AND version = ${version - 1}`;
    case "kitTemplate":
      return sql`UPDATE kit_template SET archived_at = ${archivedAt}, version = ${version} WHERE id = ${id} AND version = ${version - 1}`;
    case "preparationTemplate":
      return sql`UPDATE preparation_template SET archived_at = ${archivedAt}, version = ${version} WHERE id = ${id} AND version = ${version - 1}`;
    default:
      return neverType(recordType);
  }
}

function neverType(recordType: never): never {
  throw new Error(`unknown record type ${String(recordType)}`);
}

function neverCommand(command: never): never {
  throw new Error(`unknown directory command ${JSON.stringify(command)}`);
}
