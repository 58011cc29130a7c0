import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csvCell, csvRow } from "./csv-cell";

describe("CSV out defuses formulas (S-23)", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+49 30 1234", "'+49 30 1234"],
    ["-2", "'-2"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", '"\'\r=1"'],
    [" =1+1", "' =1+1"],
    ["＝1+1", "'＝1+1"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ])("%j is written as %j", (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it("leaves numbers, plain text and nothing alone", () => {
    expect([csvCell(-5), csvCell("a-b"), csvCell(true), csvCell(null), csvCell(undefined)]).toEqual([
      "-5",
      "a-b",
      "true",
      "",
      "",
    ]);
  });

  it("no text a reader gets back starts a formula, and nothing else is changed", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", " ="), fc.string())
        .map((pair) => pair.join("")),
    );
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 2, maxLength: 4 }), (texts) => {
        const rows = Papa.parse<string[]>(csvRow(texts), { delimiter: ",", newline: "\r\n" }).data;
        const read = rows[0] ?? [];
        expect(read.map((cell) => cell.replace(/^'/, ""))).toEqual(
          texts.map((text) => text.replace(/^'/, "")),
        );
        for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r\n]|^\s*[=+\-@]/);
      }),
    );
  });
});
