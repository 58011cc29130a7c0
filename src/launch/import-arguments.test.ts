import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readImportArguments } from "./import-arguments";

const folder = mkdtempSync(join(tmpdir(), "muster-import-"));
const file = join(folder, "events.csv");
writeFileSync(file, "id\n");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("takes what was said and leaves the rest to be guessed", () => {
  const said = [file, "--client", "City", "--dry-run", "--map", "A=B=title", "--map", "When=start"];
  expect(readImportArguments(said)).toMatchObject({
    fileName: "events.csv",
    clientName: "City",
    isDryRun: true,
    createClient: false,
    timeZone: undefined,
    dateOrder: "auto",
    columns: { title: "A=B", start: "When" },
  });
});

test.each([
  ["no file", [], "one CSV file"],
  ["two files", [file, file], "one CSV file"],
  ["a file that is not there", [join(folder, "none.csv")], "cannot be read"],
  ["an unknown option", [file, "--fast"], "--fast"],
  ["a mapping without a column", [file, "--map", "=title"], '"Column=field"'],
  ["a mapping to an unknown field", [file, "--map", "A=heading"], "externalId"],
  ["another order of dates", [file, "--date-order", "dym"], "--date-order"],
])("%s is said", (_, said, words) => {
  expect(() => readImportArguments(said)).toThrow(words);
});
