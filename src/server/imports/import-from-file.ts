import "server-only";
import type { PersonActor } from "@/commands/actor";
import { invalid } from "@/commands/errors";
import { newId } from "@/commands/new-id";
import { runCommand } from "@/commands/run-command";
import type { Database } from "@/db/database";
import {
  guessMapping,
  type ImportColumns,
  type ImportField,
  type ImportMapping,
  importColumnsSchema,
} from "@/modules/bookings/import/mapping";
import type { ImportProblem } from "@/modules/bookings/import/problems";
import { readCsv } from "@/modules/bookings/import/read-csv";
import { refusedRows } from "@/modules/bookings/import/refused-rows";
import { clientFields } from "@/modules/directory/inputs";
import { directory } from "@/modules/directory/module";
import { isZone } from "@/values/zone";
import { findAdmin } from "@/server/find-admin";
import { guessTimeZone } from "./file-head";
import { clientsByName } from "./lookups";
import { prepareImport, withRefusals } from "./prepare-import";
import { type ImportSummary, summarize } from "./preview-import";
import { type ImportCounts, runImport } from "./run-import";

export const importFields = Object.keys(importColumnsSchema.shape);

export function isImportField(text: string): boolean {
  return importFields.includes(text);
}

/** An import from the command line: everything that is not said is guessed from the file and the directory. */
export interface FileImport {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly clientName: string | undefined;
  /** Add the client when the directory has none of this name. */
  readonly createClient: boolean;
  readonly isDryRun: boolean;
  readonly timeZone: string | undefined;
  readonly dateOrder: ImportMapping["dateOrder"];
  /** Field to column, over what the headers suggest. */
  readonly columns: Partial<Record<ImportField, string>>;
  readonly adminEmail: string | undefined;
  readonly onProgress: (counts: ImportCounts) => void;
}

export type ImportReport =
  | { readonly kind: "unreadable"; readonly fileName: string; readonly problems: readonly ImportProblem[] }
  | {
      readonly kind: "dry-run" | "run";
      readonly fileName: string;
      readonly mapping: ImportMapping;
      readonly isZoneGuessed: boolean;
      readonly clientName: string | undefined;
      readonly admin: string;
      readonly summary: ImportSummary;
      /** Of a run only. */
      readonly counts: ImportCounts | null;
      /** By row. */
      readonly problems: readonly ImportProblem[];
      readonly seconds: number;
    };

/**
 * Imports a file, or says what would happen. Throws an `INVALID` refusal whose sentence names the option to give
 * when the client, the zone, a column or the admin cannot be found.
 */
export async function importFromFile(database: Database, wish: FileImport): Promise<ImportReport> {
  const begun = performance.now();
  const { fileName, bytes, isDryRun, clientName } = wish;
  const file = readCsv(bytes);
  if (!file.ok) return { kind: "unreadable", fileName, problems: [file.problem] };
  const admin = await findAdmin(database, wish.adminEmail);
  const columns = chooseColumns(file.headers, wish.columns);
  const timeZone = wish.timeZone ?? (await guessTimeZone(database, file, columns));
  if (timeZone === null || !isZone(timeZone)) throw unknownZone(timeZone);
  const mapping = { columns, timeZone, dateOrder: wish.dateOrder };
  const clientId = await findClient(database, wish, admin.actor);
  const prepared = await prepareImport(database, { bytes, mapping, clientId });
  const outcome = isDryRun
    ? null
    : await runImport(database, {
        actor: admin.actor,
        timeZone,
        prepared,
        runId: newId(),
        onProgress: wish.onProgress,
      });
  const { problems, refusedGroups } = withRefusals(prepared, outcome?.problems ?? []);
  return {
    kind: isDryRun ? "dry-run" : "run",
    fileName,
    mapping,
    isZoneGuessed: wish.timeZone === undefined,
    clientName,
    admin: admin.name,
    summary: summarize(prepared, refusedRows({ problems, refusedGroups }).size),
    counts: outcome,
    problems,
    seconds: (performance.now() - begun) / 1000,
  };
}

function unknownZone(timeZone: string | null) {
  return timeZone === null
    ? invalid("Say in which time zone the times of the file are: --time-zone America/New_York, for example.")
    : invalid(`There is no time zone "${timeZone}". Write it as America/New_York, for example.`);
}

/** What is said, over what the headers suggest. Throws with the names of the columns that are missing. */
function chooseColumns(headers: readonly string[], said: FileImport["columns"]): ImportColumns {
  const taken = new Set(Object.values(said));
  const guessed = Object.entries(guessMapping(headers)).filter(([, column]) => !taken.has(column));
  const unknown = Object.values(said).find((column) => !headers.includes(column));
  if (unknown !== undefined) {
    throw invalid(`The file has no column "${unknown}". Its columns: ${headers.join(", ")}.`);
  }
  const chosen = importColumnsSchema.safeParse({ ...Object.fromEntries(guessed), ...said });
  if (chosen.success) return chosen.data;
  const missing = [...new Set(chosen.error.issues.map((issue) => String(issue.path[0])))];
  throw invalid(
    `No column found for ${missing.join(", ")}. Name it with --map "Column=${missing[0] ?? "title"}". ` +
      `The file's columns: ${headers.join(", ")}.`,
  );
}

/** The id of the client that was named; a new one for a dry run that would add it. Null when none was named. */
async function findClient(
  database: Database,
  { clientName, createClient, isDryRun }: FileImport,
  actor: PersonActor,
): Promise<string | null> {
  if (clientName === undefined) return null;
  const fields = clientFields.parse({ name: clientName });
  const known = (await clientsByName(database, [fields.name])).get(fields.name);
  if (known?.archived)
    throw invalid(`The client "${known.name}" is archived. Name another one with --client.`);
  if (known) return known.id;
  if (!createClient) {
    throw invalid(`There is no client "${fields.name}". Correct --client, or add it with --create-client.`);
  }
  const recordId = newId();
  if (isDryRun) return recordId;
  await runCommand(
    database,
    directory,
    { type: "create", recordType: "client", recordId, fields },
    { actor },
  );
  return recordId;
}
