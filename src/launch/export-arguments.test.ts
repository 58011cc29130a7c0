import { expect, test } from "vitest";
import { ExportUsageError, readExportArguments } from "./export-arguments";

const january = ["--from", "2026-01-01", "--to", "2026-02-01"];

test("a time is enough: days begin at midnight in UTC, the format is NDJSON", () => {
  expect(readExportArguments(january)).toEqual({
    format: "ndjson",
    filter: { range: "24h", from: "2026-01-01T00:00:00.000Z", to: "2026-02-01T00:00:00.000Z" },
    out: null,
    adminEmail: undefined,
  });
});

test("everything can be said", () => {
  const more = ["--format", "csv", "--category", "kit", "--type", "KIT_PREPARED", "--type", "KIT_RETURNED"];
  const who = ["--unmask", "--reason", "An audit.", "--as", "ada@agency.example", "--out", "log.csv"];
  expect(
    readExportArguments([...january, ...more, "--id", "BK-1042", "--field", "role=a=b", ...who]),
  ).toMatchObject({
    format: "csv",
    filter: {
      category: "kit",
      types: ["KIT_PREPARED", "KIT_RETURNED"],
      id: "BK-1042",
      field: { name: "role", value: "a=b" },
    },
    unmask: { reason: "An audit." },
    out: "log.csv",
    adminEmail: "ada@agency.example",
  });
});

test.each([
  ["no time", []],
  ["no end", january.slice(0, 2)],
  ["a time without a zone", ["--from", "2026-01-01T09:00:00", "--to", "2026-02-01"]],
  ["no day of the calendar", ["--from", "2026-13-01", "--to", "2026-02-01"]],
  ["an unknown format", [...january, "--format", "xlsx"]],
  ["a payload field that is not searched", [...january, "--field", "notes=late"]],
  ["a payload field without a value", [...january, "--field", "severity"]],
  ["an unknown category", [...january, "--category", "party"]],
  ["a mask taken off by nobody for no reason", [...january, "--unmask"]],
  ["a mask taken off without a reason", [...january, "--unmask", "--as", "ada@agency.example"]],
  ["a mask taken off by nobody", [...january, "--unmask", "--reason", "An audit."]],
  ["a reason for nothing", [...january, "--reason", "Curious."]],
  ["an empty reason", [...january, "--unmask", "--as", "ada@agency.example", "--reason", " "]],
  ["an unknown option", [...january, "--everything"]],
  ["a word too many", [...january, "log.csv"]],
])("%s is a mistake of the caller's", (_, args) => {
  expect(() => readExportArguments(args)).toThrow(ExportUsageError);
});
