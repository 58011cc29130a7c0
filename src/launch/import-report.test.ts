import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, expect, test, vi } from "vitest";
import { printReport, progressLine } from "./import-report";

const folder = mkdtempSync(join(tmpdir(), "muster-report-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const problems = Array.from({ length: 60 }, (_, index) => ({
  row: index + 2,
  column: "=cmd",
  severity: "error" as const,
  code: "value-missing" as const,
  message: "This cell is empty. Fill it in.",
}));

test("prints the first fifty problems and counts the rest; the file has them all, formulas made harmless", () => {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  const problemsFile = join(folder, "problems.csv");
  printReport({ kind: "unreadable", fileName: "a.csv", problems }, { problemsFile });
  expect(lines.filter((line) => line.startsWith("row "))).toHaveLength(50);
  expect(lines).toContain("… and 10 more; --problems FILE.csv writes them all.");
  const written = readFileSync(problemsFile, "utf8").trim().split("\r\n");
  expect(written).toHaveLength(61);
  expect(written[1]).toBe("2,'=cmd,error,This cell is empty. Fill it in.");
});

test("progress is one line at a terminal and nothing elsewhere", () => {
  const written: string[] = [];
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk.toString());
      done();
    },
  });
  const counts = { total: 3, made: 1, skipped: 1, refused: 1 };
  progressLine(output).show(counts);
  expect(written).toEqual([]);
  const line = progressLine(Object.assign(output, { isTTY: true }));
  line.show(counts);
  line.clear();
  expect(written).toEqual(["\r3 of 3 bookings", "\r\u001b[K"]);
});
