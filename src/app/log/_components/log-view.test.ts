import fc from "fast-check";
import { createLoader } from "nuqs/server";
import { expect, test } from "vitest";
import {
  CATEGORIES,
  FIELDS,
  filterOf,
  isNarrowed,
  logHref,
  type LogView,
  logParsers,
  NO_FILTERS,
  queryOf,
  RANGES,
  searchOf,
  STATES,
} from "./log-view";

const load = createLoader(logParsers);
const plain = load("");

test("the plain address asks for the last 24 hours", () => {
  expect(searchOf(plain)).toEqual({ range: "24h", order: "newest", limit: 50 });
  expect(logHref(plain, {})).toBe("/log");
  expect(isNarrowed(plain)).toBe(false);
});

test("U-5: a view written into the address is the same view when it is read", () => {
  const text = fc.string({ maxLength: 30 });
  const views: fc.Arbitrary<LogView> = fc.record({
    range: fc.constantFrom(...RANGES),
    from: text,
    to: text,
    type: fc.array(fc.stringMatching(/^[A-Z_]{1,20}$/), { maxLength: 4 }),
    category: fc.option(fc.constantFrom(...CATEGORIES)),
    id: text,
    chain: text,
    actor: text,
    source: text,
    field: fc.option(fc.constantFrom(...FIELDS)),
    value: text,
    order: fc.constantFrom("newest", "oldest"),
    state: fc.option(fc.constantFrom(...STATES)),
    handler: text,
    view: fc.constantFrom("list", "matrix"),
    open: text,
    saved: text,
  });
  fc.assert(
    fc.property(views, (view) => {
      expect(load(logHref(view, {}).replace("/log", ""))).toEqual(view);
    }),
  );
});

test("every filter reaches the server by the name it has there", () => {
  const view = load(
    "?range=7d&from=2026-11-23T12:00:00.000Z&type=BOOKING_CREATED,BOOKING_UPDATED&category=kit&id=BK-1042" +
      "&chain=b&actor=system&source=bookings.create&field=severity&value=critical&state=dead&handler=workflow",
  );
  expect(filterOf(view)).toEqual({
    range: "7d",
    from: "2026-11-23T12:00:00.000Z",
    types: ["BOOKING_CREATED", "BOOKING_UPDATED"],
    category: "kit",
    id: "BK-1042",
    correlationId: "b",
    actor: "system",
    source: "bookings.create",
    field: { name: "severity", value: "critical" },
    state: "dead",
    handler: "workflow",
  });
  expect(isNarrowed(view)).toBe(true);
  expect(isNarrowed({ ...view, ...NO_FILTERS })).toBe(false);
});

test("what an address got wrong is left out", () => {
  expect(
    filterOf(
      load(
        "?category=cake&type=drop%20table&from=yesterday&state=odd&handler=workflow&field=notes&value=late&order=random",
      ),
    ),
  ).toEqual({ range: "24h" });
});

test("a saved view keeps the filters and how they are shown, not the open entry", () => {
  const view = load("?state=dead&view=matrix&open=x&saved=y");
  expect(queryOf(view)).toBe("state=dead&view=matrix");
});

test("the order is a way to look, and narrows nothing", () => {
  const view = load("?order=oldest");
  expect(searchOf(view)).toMatchObject({ order: "oldest" });
  expect(isNarrowed(view)).toBe(false);
  expect(filterOf(view)).toEqual({ range: "24h" });
});

test("a payload field without a value asks for nothing", () => {
  expect(filterOf(load("?field=severity"))).toEqual({ range: "24h" });
  expect(filterOf(load("?value=critical"))).toEqual({ range: "24h" });
});
