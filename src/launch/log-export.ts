/**
 * Writes the log of a time as NDJSON, CSV or CloudEvents:
 * `npm run log:export -- --from 2026-01-01 --to 2026-02-01 [--format csv] [--out FILE]`.
 * It does what the export of the log screen does, without its limit; personal fields are masked unless asked for.
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createDatabase } from "@/db/database";
import { env } from "@/env";
import { exportLog } from "@/server/log-export/export-log";
import { matching } from "@/server/log-export/matching";
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

async function main({ format, filter, out }: ExportCommand): Promise<void> {
  const { database: address, appUrl } = env();
  const database = createDatabase({
    url: address.url,
    max: 2,
    applicationName: "muster log-export",
    statementTimeoutMs: 120_000,
  });
  try {
    const pieces = exportLog(database, {
      matches: await matching(database, filter),
      format,
      appUrl,
      isUnmasked: false,
      factsMax: Number.POSITIVE_INFINITY,
      timeMaxMs: Number.POSITIVE_INFINITY,
      isStillAllowed: async () => true,
    });
    const target = out === null ? process.stdout : createWriteStream(out);
    await pipeline(Readable.from(pieces, { objectMode: false }), target, { end: out !== null });
    if (out !== null) console.error(`Written to ${out}.`);
  } finally {
    await database.close();
  }
}
