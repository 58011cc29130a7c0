import { expect, test } from "vitest";
import { importProblem } from "@/modules/bookings/import/problems";
import { countFileRows } from "./count-file-rows";

test("a row that cannot be read is a row of the file, once, and what is said of a read one adds none", () => {
  const rows = [{ rowNumber: 2 }, { rowNumber: 3 }];
  const problems = [
    importProblem("header-duplicate", { row: 1 }, "Start", "Start (2)"),
    importProblem("value-missing", { row: 3 }),
    importProblem("row-ragged", { row: 4 }, "3", "5"),
    importProblem("row-quote", { row: 4 }),
  ];
  expect(countFileRows(rows, problems)).toBe(3);
});
