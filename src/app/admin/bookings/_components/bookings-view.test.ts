import { expect, test } from "vitest";
import { type BookingsView, listInputOf, nextPage, previousPage, viewHref } from "./bookings-view";

const view: BookingsView = {
  waiting: "agency",
  status: [],
  client: "",
  from: null,
  to: null,
  q: "",
  sort: "waiting",
  page: 1,
  after: [],
  open: null,
};

test("the plain queue has a plain address and asks for what waits for the agency", () => {
  expect(viewHref(view)).toBe("/admin/bookings");
  expect(listInputOf(view)).toEqual({ waitingFor: "agency", sort: "waiting", limit: 50 });
});

test("filters go into the address and to the server; a client that is no id does not", () => {
  const narrowed = { ...view, waiting: "all", q: "tea", from: new Date("2026-12-01"), client: "x" } as const;
  expect(viewHref(narrowed)).toBe("/admin/bookings?waiting=all&client=x&from=2026-12-01&q=tea");
  expect(listInputOf(narrowed)).toEqual({ q: "tea", fromDay: "2026-12-01", sort: "waiting", limit: 50 });
});

test("pages lead on and back to where they came from", () => {
  const second = nextPage(view, "b");
  const third = nextPage(second, "c");
  expect(third).toMatchObject({ page: 3, after: ["b", "c"] });
  expect(previousPage(third)).toEqual(second);
  expect(previousPage(second)).toEqual(view);
});

test("a long way on, the trail forgets its beginning and leads back to the first page", () => {
  let far = view;
  for (let page = 2; page <= 12; page += 1) far = nextPage(far, `c${page}`);
  expect(far.after).toHaveLength(8);
  for (let step = 0; step < 8; step += 1) far = previousPage(far);
  expect(far).toEqual(view);
});
