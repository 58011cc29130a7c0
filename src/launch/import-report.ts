import { writeFileSync } from "node:fs";
import type { Writable } from "node:stream";
import type { ImportReport } from "@/server/imports/import-from-file";
import { counted } from "@/values/count-words";
import { csvRow } from "@/values/csv-cell";

const problemsPrinted = 50;

interface Counts {
  readonly total: number;
  readonly made: number;
  readonly skipped: number;
  readonly refused: number;
}

/** One line at a terminal that is written over; nothing where the output is no terminal. */
export function progressLine(output: Writable & { readonly isTTY?: boolean }) {
  let shownAt = 0;
  return {
    show({ total, made, skipped, refused }: Counts): void {
      const done = made + skipped + refused;
      if (!output.isTTY || (performance.now() - shownAt < 100 && done < total)) return;
      shownAt = performance.now();
      output.write(`\r${done} of ${total} bookings`);
    },
    clear(): void {
      if (output.isTTY && shownAt > 0) output.write("\r\u001b[K");
    },
  };
}

/** Prints what happened, and writes all problems to a file where one is named. */
export function printReport(
  report: ImportReport,
  { problemsFile }: { problemsFile: string | undefined },
): void {
  for (const line of reportLines(report)) console.log(line);
  if (problemsFile === undefined) return;
  const head = csvRow(["Row", "Column", "Severity", "Problem"]);
  const rows = report.problems.map(({ row, column, severity, message }) =>
    csvRow([row === 0 ? "file" : row, column, severity, message]),
  );
  writeFileSync(problemsFile, head + rows.join(""));
  console.log(`All problems are in ${problemsFile}.`);
}

function reportLines(report: ImportReport): string[] {
  if (report.kind === "unreadable")
    return [`${report.fileName} cannot be imported.`, ...problemLines(report)];
  const { mapping, summary, counts } = report;
  const columns = Object.entries(mapping.columns).map(([field, column]) => `${field} from "${column}"`);
  const zone = report.isZoneGuessed
    ? `${mapping.timeZone}, as its venues in the directory`
    : mapping.timeZone;
  return [
    ...problemLines(report),
    `File: ${report.fileName}, ${counted(summary.rows, "row")}; ${columns.join(", ")}`,
    `Times: ${zone}; client: ${report.clientName ?? "as the file says"}; acting as ${report.admin}`,
    ...(counts === null ? plannedLines(summary) : doneLines(counts, summary)),
    figuresLine(report.seconds, summary.rows),
  ];
}

type Summary = Extract<ImportReport, { kind: "run" | "dry-run" }>["summary"];

function plannedLines(summary: Summary): string[] {
  return [
    "Dry run, nothing was written.",
    `To make: ${counted(summary.bookings, "booking")} with ${counted(summary.dates, "date")}, ${counted(summary.venuesNew, "new venue")}`,
    `Imported before: ${counted(summary.alreadyImported, "booking")}; left out: ${counted(summary.rowsRefused, "row")}`,
  ];
}

function doneLines(counts: Counts & { readonly venuesMade: number }, summary: Summary): string[] {
  return [
    `Made: ${counted(counts.made, "booking")}, ${counted(counts.venuesMade, "new venue")}`,
    `Imported before: ${counted(counts.skipped, "booking")}; refused: ${counted(counts.refused, "booking")}; left out: ${counted(summary.rowsRefused, "row")}`,
  ];
}

function problemLines({ problems }: ImportReport): string[] {
  const lines = problems.slice(0, problemsPrinted).map(({ row, column, severity, message }) => {
    const place = row === 0 ? "file" : `row ${row}`;
    return `${place}${column === undefined ? "" : `, ${column}`} (${severity}): ${message}`;
  });
  const rest = problems.length - lines.length;
  if (rest > 0) lines.push(`… and ${rest} more; --problems FILE.csv writes them all.`);
  return lines.length === 0 ? [] : [...lines, ""];
}

function figuresLine(seconds: number, rows: number): string {
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const rate = Math.round(rows / Math.max(seconds, 0.001));
  return `${seconds.toFixed(1)} s, ${rate} rows/s, ${peakMb} MB at most`;
}
