import { expect, test } from "vitest";
import {
  boardHref,
  boardInputOf,
  type BoardView,
  conflictsHref,
  noFilter,
  spanOf,
  stepped,
} from "./staffing-view";

const view: BoardView = { ...noFilter, show: "week", on: null, q: "", conflicts: false, page: 1 };
/** A Wednesday. */
const today = "2026-10-14";

test.each([
  ["day", { first: "2026-10-14", last: "2026-10-14" }],
  ["week", { first: "2026-10-12", last: "2026-10-18" }],
  ["fortnight", { first: "2026-10-12", last: "2026-10-25" }],
] as const)("a %s is whole days", (show, span) => {
  expect(spanOf({ ...view, show }, today)).toEqual(span);
});

test("the way on leads to the next stretch, from its first page", () => {
  expect(stepped({ ...view, show: "fortnight", page: 3 }, 1, today)).toMatchObject({
    on: "2026-10-28",
    page: 1,
  });
});

test("two weeks of any clock are no more than the server looks at", () => {
  const { from, to } = boardInputOf({ ...view, show: "fortnight" }, today);
  expect(Date.parse(to) - Date.parse(from)).toBeLessThanOrEqual(17 * 86_400_000);
});

test("what is not filtered is not asked for, and the address says only what differs", () => {
  expect(boardInputOf({ ...view, page: -4 }, today)).toEqual({
    from: "2026-10-11T10:00:00Z",
    to: "2026-10-19T12:00:00Z",
    page: 1,
  });
  expect(boardInputOf({ ...view, role: "Host", conflicts: true }, today)).toMatchObject({
    role: "Host",
    onlyConflicts: true,
  });
  expect(boardHref(view)).toBe("/admin/staffing");
  expect(boardHref({ ...view, role: "Host", show: "day" })).toBe("/admin/staffing?role=Host&show=day");
  expect(conflictsHref({ ...noFilter, role: "Host" })).toBe("/admin/staffing/conflicts?role=Host");
});
