import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readCsv } from "./read-csv";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(content: string | Uint8Array) {
  const file = readCsv(typeof content === "string" ? utf8(content) : content);
  if (!file.ok) throw new Error(file.problem.code);
  return file;
}

function refusal(content: string | Uint8Array): string {
  const file = readCsv(typeof content === "string" ? utf8(content) : content);
  return file.ok ? "read" : file.problem.code;
}

describe("reading a file", () => {
  it("reads quotes, line breaks in cells, a byte order mark and every line end", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const file = read(`\uFEFFid,name${end}1,"a ""b"", c"${end}${end}2,"two\nlines"${end},${end}3,ü`);
      expect(file.headers).toEqual(["id", "name"]);
      expect(file.rows).toEqual([
        { rowNumber: 2, cells: ["1", 'a "b", c'] },
        { rowNumber: 4, cells: ["2", "two\nlines"] },
        { rowNumber: 6, cells: ["3", "ü"] },
      ]);
      expect(file.problems).toEqual([]);
    }
  });

  it.each([";", "\t"])("finds %j as the delimiter", (delimiter) => {
    expect(read(`a${delimiter}b,c${delimiter}d\n1${delimiter}2,5${delimiter}3`).rows[0]?.cells).toEqual([
      "1",
      "2,5",
      "3",
    ]);
  });

  it("gives back what a writer wrote", () => {
    const cell = fc
      .string({ unit: "grapheme" })
      .filter((text) => !text.includes("\u0000") && !text.startsWith("\uFEFF"));
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(rows, fc.constantFrom("\n", "\r\n"), (cells, newline) => {
        const file = read(Papa.unparse([["a", "b", "c"], ...cells], { newline, quotes: true }));
        const wanted = cells.filter((row) => row.some((text) => text.trim() !== ""));
        expect(file.rows.map((row) => row.cells)).toEqual(wanted);
      }),
    );
  });

  it("names empty and repeated columns so that each can be chosen", () => {
    const file = read("id, ,id, id  \n1,2,3,4");
    expect(file.headers).toEqual(["id", "Column 2", "id (2)", "id (3)"]);
    expect(file.problems.map(({ row, code }) => [row, code])).toEqual([
      [1, "header-duplicate"],
      [1, "header-duplicate"],
    ]);
  });
});

describe("a broken row is reported by its number, the rest is untouched", () => {
  const latin1 = Uint8Array.from([...utf8("a,b\n1,x\n2,caf"), 0xe9, ...utf8("\n3,ü\n")]);

  it.each([
    ["a cell too few", "a,b\n1,x\n2\n3,y", "row-ragged", "Cells in this row: 1, in the header: 2."],
    ["a cell too many", "a,b\n1,x\n2,y,z\n3,y", "row-ragged", "Cells in this row: 3, in the header: 2."],
    ["a wrong encoding", latin1, "row-encoding", "This row is not UTF-8 (byte 14 of the file)."],
    ["an open quote", 'a,b\n1,x\n2,"y\n3,y', "row-quote", "A quotation mark in this row is never closed"],
    ["an open quote before a quoted row", 'a,b\n1,x\n2,"y\n3,"z"', "row-quote", "never closed"],
    ["text after a quote", 'a,b\n1,x\n2,"y"z\n3,y', "row-quote", "or text follows a closing one"],
    ["a million columns", `a,b\n1,x\n2${",".repeat(1e6)}\n3,y`, "row-too-wide", "more than 100 cells"],
    [
      "an endless cell",
      `a,b\n1,x\n2,${"y".repeat(10_001)}\n3,y`,
      "cell-too-long",
      "more than 10\u00A0000 characters",
    ],
    ["a zero byte", "a,b\n1,x\n2,\u0000\n3,y", "cell-control", "zero byte"],
  ])("%s", (_, content, code, message) => {
    const file = read(content);
    expect(file.rows.map((row) => [row.rowNumber, row.cells[0]])).toEqual([
      [2, "1"],
      [4, "3"],
    ]);
    expect(file.problems).toMatchObject([{ row: 3, severity: "error", code }]);
    expect(file.problems[0]?.message).toContain(message);
  });

  it("passes over extra cells that are empty", () => {
    expect(read("a,b\n1,x,,\n").rows).toEqual([{ rowNumber: 2, cells: ["1", "x"] }]);
  });
});

describe("a file that cannot be read as a whole is refused", () => {
  it.each([
    ["nothing", "", "file-empty"],
    ["an empty header", ",,\n1,2,3", "file-empty"],
    ["UTF-16 with its mark", Uint8Array.from([0xff, 0xfe, 0x61, 0x00]), "file-utf16"],
    ["UTF-16 without", Uint8Array.from([0x61, 0x00, 0x2c, 0x00, 0x0a, 0x00]), "file-not-text"],
    ["a workbook", Uint8Array.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0]), "file-not-text"],
    ["a header in Latin-1", Uint8Array.from([0x61, 0xe9, 0x2c, 0x62, 0x0a]), "header-encoding"],
    ["a header with an open quote", 'a,"b\n1,2', "header-quote"],
    ["a header of a million columns", `${",".repeat(1e6)}\n1`, "too-many-columns"],
    ["more than 20 MB", new Uint8Array(20_000_001), "file-too-big"],
    ["more than 50,000 rows", `a\n${"1\n".repeat(50_001)}`, "too-many-rows"],
  ])("%s", (_, content, code) => {
    expect(refusal(content)).toBe(code);
  });

  it("reads 50,000 rows", () => {
    expect(read(`a\n${"1\n".repeat(50_000)}`).rows.length).toBe(50_000);
  });

  it("throws for no bytes whatever", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        expect(typeof readCsv(Uint8Array.from([...utf8('a,b\n"'), ...noise])).ok).toBe("boolean");
        expect(typeof readCsv(noise).ok).toBe("boolean");
      }),
    );
  });
});
