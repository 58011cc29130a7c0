import { expect, test } from "vitest";
import { testId } from "@/testing/builders/actors";
import { exportHref, inputOf, viewHref } from "./timesheets-view";

const now = "2026-11-28T13:00:00Z";
const bare = { from: null, to: null, state: null, person: null, page: 1 };

test("an address without a period means the week it is", () => {
  expect(inputOf(bare, now)).toEqual({ from: "2026-11-23", to: "2026-11-29" });
  expect(inputOf({ ...bare, from: "2026-11-01" }, now)).toEqual({ from: "2026-11-01", to: "2026-11-29" });
});

test("what is filtered is exported, and the address says it", () => {
  const view = {
    ...bare,
    from: "2026-10-01",
    to: "2026-10-31",
    state: "assumed" as const,
    person: testId(2, 4),
  };
  expect(exportHref(view, now)).toBe(
    `/api/timesheets?from=2026-10-01&to=2026-10-31&state=assumed&userId=${testId(2, 4)}`,
  );
  expect(viewHref(view)).toBe(
    `/admin/timesheets?from=2026-10-01&to=2026-10-31&state=assumed&person=${testId(2, 4)}`,
  );
  expect(viewHref(bare)).toBe("/admin/timesheets");
});
