import { expect, test } from "vitest";
import { listHref, listInputOf, type ListView, readListView, tabIds } from "./list-view";

const views: ListView[] = tabIds.flatMap((tab) => [
  { tab, trail: [] },
  { tab, trail: ["WzEsMl0", "WzMsNF0"] },
]);

test.each(views)("the address of $tab with $trail reads back the same", (view) => {
  const url = new URL(listHref(view), "http://localhost");
  expect(readListView(Object.fromEntries(url.searchParams))).toEqual(view);
});

test.each([
  [{ tab: "constructor" }],
  [{ tab: ["you", "all"] }],
  [{ after: "'; drop" }],
  [{ after: "" }],
  [{ after: "a.".repeat(80) }],
])("%o is the first page of everything", (params) => {
  expect(readListView(params)).toEqual({ tab: "all", trail: [] });
});

test("a page asks from the last cursor of its trail", () => {
  expect(listInputOf({ tab: "you", trail: ["one", "two"] })).toMatchObject({
    waitingFor: "client",
    cursor: "two",
  });
});
