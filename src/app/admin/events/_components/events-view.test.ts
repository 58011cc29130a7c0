import fc from "fast-check";
import { createLoader } from "nuqs/server";
import { expect, test } from "vitest";
import {
  eventStatuses,
  type EventsView,
  listInputOf,
  nextPage,
  previousPage,
  ranges,
  viewHref,
  viewParsers,
} from "./events-view";

const load = createLoader(viewParsers);
const now = "2026-11-23T17:00:00.000Z";
const read = (href: string): EventsView => load(new URL(href, "http://muster.test"));
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const anyView: fc.Arbitrary<EventsView> = fc.record({
  range: fc.constantFrom(...ranges),
  status: fc.uniqueArray(fc.constantFrom(...eventStatuses)),
  hold: fc.boolean(),
  client: orNull(fc.uuid()),
  venue: orNull(fc.uuid()),
  booking: orNull(fc.uuid()),
  q: fc.string({ maxLength: 100 }),
  order: orNull(fc.constantFrom("earliest" as const, "latest" as const)),
  page: fc.integer({ min: 1, max: 10_000 }),
  after: fc.array(
    fc.tuple(fc.nat(), fc.uuid()).map(([ms, id]) => `${ms}_${id}`),
    { maxLength: 8 },
  ),
  open: orNull(fc.uuid()),
});

test("U-5: state to address to state is identity", () => {
  fc.assert(
    fc.property(anyView, (view) => {
      expect(read(viewHref(view))).toEqual(view);
    }),
  );
});

test("what an address cannot mean is as if it were not there", () => {
  const plain = read("/admin/events");
  expect(read("/admin/events?range=soon&status=lost&client=1&page=x&open=%00")).toEqual(plain);
  expect(viewHref(plain)).toBe("/admin/events");
});

test("ranges count from the moment of the page", () => {
  const asks = (query: string) => listInputOf(read(`/admin/events${query}`), now);
  expect(asks("")).toMatchObject({ from: now, order: "earliest" });
  expect(asks("?range=14d")).toMatchObject({ from: now, to: "2026-12-07T17:00:00.000Z" });
  expect(asks("?range=past")).toMatchObject({ to: now, order: "latest" });
  expect(asks("?range=all&order=latest")).toEqual({ order: "latest", limit: 50 });
  expect(asks("?hold=true&status=ready,assigned")).toMatchObject({
    onHold: true,
    status: ["ready", "assigned"],
  });
});

test("pages lead on and back to where they came from", () => {
  const first = read("/admin/events?range=all");
  const third = nextPage(nextPage(first, "1_a"), "2_b");
  expect(third).toMatchObject({ page: 3, after: ["1_a", "2_b"] });
  expect(previousPage(third)).toMatchObject({ page: 2, after: ["1_a"] });
  expect(previousPage(previousPage(third))).toEqual(first);
});
