import type { ImportProblem } from "@/modules/bookings/import/problems";

/** Data rows of a file, blank ones left out: those that were read, and those that could not be. */
export function countFileRows(
  rows: readonly { readonly rowNumber: number }[],
  problems: readonly ImportProblem[],
): number {
  const read = new Set(rows.map((row) => row.rowNumber));
  const unread = problems.filter(({ row, severity }) => severity === "error" && row > 1 && !read.has(row));
  return read.size + new Set(unread.map(({ row }) => row)).size;
}
