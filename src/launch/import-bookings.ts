/**
 * Imports bookings from a CSV file:
 * `npm run import:bookings -- FILE.csv --client "Name" [--dry-run] [--time-zone America/New_York]`.
 * It does what the admin screen does, by the same commands; a second run of a file adds nothing.
 */
import { createDatabase } from "@/db/database";
import { env } from "@/env";
import { importFromFile, type ImportReport } from "@/server/imports/import-from-file";
import { ImportUsageError, importUsage, readImportArguments } from "./import-arguments";
import { printReport, progressLine } from "./import-report";

try {
  await main();
} catch (error) {
  if (error instanceof ImportUsageError) {
    console.error(`${error.message}\n\n${importUsage}`);
    process.exitCode = 2;
  } else {
    process.exitCode = 1;
    // A refusal is a sentence for the person at the keyboard; anything else needs its stack.
    const isSentence = error instanceof Error && ["Refusal", "InvalidEnvironment"].includes(error.name);
    console.error(isSentence ? error.message : error);
  }
}

async function main(): Promise<void> {
  const wish = readImportArguments(process.argv.slice(2));
  const database = createDatabase({ url: env().database.url, max: 5, applicationName: "muster import" });
  const line = progressLine(process.stderr);
  let report: ImportReport;
  try {
    report = await importFromFile(database, { ...wish, onProgress: line.show });
  } finally {
    line.clear();
    await database.close();
  }
  printReport(report, { problemsFile: wish.problemsFile });
  if (report.kind === "unreadable") process.exitCode = 1;
}
