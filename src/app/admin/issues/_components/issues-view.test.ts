import { createLoader } from "nuqs/server";
import { expect, test } from "vitest";
import { type IssuesView, listInputOf, nextPage, previousPage, viewHref, viewParsers } from "./issues-view";

const load = createLoader(viewParsers);
const read = (href: string): IssuesView => load(new URL(href, "http://muster.test"));
const id = "0199c8a0-1000-7000-8000-00000000000d";

test("U-5: what a link says is what the list shows, and nothing else is believed", () => {
  const view = read(`/admin/issues?show=resolved&severity=critical,low&open=${id}`);
  expect(view).toEqual({ show: "resolved", severity: ["critical", "low"], page: 1, after: [], open: id });
  expect(read(viewHref(view))).toEqual(view);
  expect(viewHref(read("/admin/issues?show=lost&severity=awful&open=%00"))).toBe("/admin/issues");
});

test("the list asks for open issues of every severity unless told otherwise", () => {
  expect(listInputOf(read("/admin/issues"))).toEqual({ show: "open", limit: 50 });
  expect(listInputOf(nextPage(read("/admin/issues?severity=high"), id))).toEqual({
    show: "open",
    severity: ["high"],
    cursor: id,
    limit: 50,
  });
});

test("pages lead on and back to where they came from", () => {
  const first = read("/admin/issues?severity=high");
  const third = nextPage(nextPage(first, "a"), "b");
  expect(third).toMatchObject({ page: 3, after: ["a", "b"] });
  expect(previousPage(third)).toMatchObject({ page: 2, after: ["a"] });
  expect(previousPage(previousPage(third))).toEqual(first);
});
