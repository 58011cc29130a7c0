import { expect, test } from "vitest";
import { firstPage, listInputOf, nextPage, previousPage, viewHref } from "./venues-view";

const first = { q: "park", ...firstPage };
const [one, two] = ["01993e80-0000-7000-8000-000000000001", "01993e80-0000-7000-8000-000000000002"];

test("pages go on after the last venue, and back to where they came from", () => {
  const second = nextPage(first, one);
  const third = nextPage(second, two);
  expect(listInputOf(third)).toEqual({ q: "park", cursor: two, limit: 50 });
  expect(previousPage(third)).toEqual(second);
  expect(previousPage(second)).toEqual(first);
});

test("a view without anything of its own is the bare address", () => {
  expect(viewHref({ q: "", ...firstPage })).toBe("/admin/venues");
  expect(viewHref({ q: "pier 9" })).toBe("/admin/venues?q=pier+9");
});
