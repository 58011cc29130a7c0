import { expect, test } from "vitest";
import { importProblem } from "./problems";
import { refusedCsv, refusedRows } from "./refused-rows";

const file = {
  headers: ["id", "name"],
  rows: [
    { rowNumber: 2, cells: ["A", "Market"] },
    { rowNumber: 3, cells: [" A ", "Market"] },
    { rowNumber: 4, cells: ["B", "=1+1"] },
    { rowNumber: 6, cells: ["C", "Fair"] },
  ],
  refusedGroups: [],
};

test("a broken row is refused alone, and a warning refuses nothing", () => {
  const problems = [
    importProblem("value-missing", { row: 3 }),
    importProblem("formula-text", { row: 4 }),
    importProblem("row-quote", { row: 5 }),
  ];
  expect([...refusedRows({ ...file, problems }).keys()]).toEqual([3, 5]);
});

test("what refuses a group refuses all of its rows", () => {
  const problems = [
    importProblem("too-many-dates", { row: 2 }, "A", "400"),
    importProblem("value-missing", { row: 6 }),
  ];
  const reasons = refusedRows({ problems, refusedGroups: [[2, 3]] });
  expect(reasons.get(3)).toEqual(reasons.get(2));
  expect([...reasons.keys()]).toEqual([2, 3, 6]);
});

test("a problem of the header or of the whole file refuses no row", () => {
  const problems = [
    importProblem("column-unknown", { row: 0 }, "x"),
    importProblem("header-quote", { row: 1 }),
  ];
  expect(refusedRows({ ...file, problems }).size).toBe(0);
});

test("the file to correct holds the cells, the row number and the reason; formulas are made harmless", () => {
  const problems = [importProblem("value-missing", { row: 4 }), importProblem("row-quote", { row: 5 })];
  expect(refusedCsv({ ...file, problems }).split("\r\n")).toEqual([
    "id,name,Row in the file,Why it was left out",
    "B,'=1+1,4,This cell is empty. Fill it in.",
    expect.stringMatching(/^,,5,"A quotation mark/),
    "",
  ]);
});
