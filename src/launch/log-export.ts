/**
 * Writes the log of a time as NDJSON, CSV or CloudEvents:
 * `npm run log:export -- --from 2026-01-01 --to 2026-02-01 [--format csv] [--out FILE]`.
 * It does what the export of the log screen does, without its limit; personal fields are masked unless asked for.
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createDatabase, type Database } from "@/db/database";
import { env } from "@/env";
import { findAdmin } from "@/server/find-admin";
import { exportLog } from "@/server/log-export/export-log";
import { matching } from "@/server/log-export/matching";
import { recordLook } from "@/server/log-export/record-look";
import { type ExportCommand, ExportUsageError, exportUsage, readExportArguments } from "./export-arguments";

try {
  await main(readExportArguments(process.argv.slice(2)));
} catch (error) {
  if (error instanceof ExportUsageError) {
    console.error(`${error.message}\n\n${exportUsage}`);
    process.exitCode = 2;
  } else {
    process.exitCode = 1;
    // A refusal is a sentence for the person at the keyboard; anything else needs its stack.
    const isSentence = error instanceof Error && ["Refusal", "InvalidEnvironment"].includes(error.name);
    console.error(isSentence ? error.message : error);
  }
}

async function main(wish: ExportCommand): Promise<void> {
  const database = createDatabase({
    url: env().database.url,
    max: 2,
    applicationName: "muster log-export",
    statementTimeoutMs: 120_000,
  });
  try {
    await writeExport(database, wish);
  } finally {
    await database.close();
  }
}

async function writeExport(database: Database, { format, filter, unmask, out, adminEmail }: ExportCommand) {
  const factsMax = Number.POSITIVE_INFINITY;
  const matches = await matching(database, filter);
  if (unmask) {
    const { actor } = await findAdmin(database, adminEmail);
    await recordLook(database, { matches, factsMax, reason: unmask.reason }, { actor });
  }
  const pieces = exportLog(database, {
    matches,
    format,
    factsMax,
    appUrl: env().appUrl,
    isUnmasked: unmask !== undefined,
    timeMaxMs: Number.POSITIVE_INFINITY,
    isStillAllowed: async () => true,
  });
  // Personal fields may be in it: for its owner only.
  const target = out === null ? process.stdout : createWriteStream(out, { mode: 0o600 });
  await pipeline(Readable.from(pieces, { objectMode: false }), target, { end: out !== null });
  if (out !== null) console.error(`Written to ${out}.`);
}
