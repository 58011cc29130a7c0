import fc from "fast-check";
import { createLoader } from "nuqs/server";
import { expect, test } from "vitest";
import {
  firstPage,
  nextPage,
  parts,
  previousPage,
  ranges,
  readinessInputOf,
  type ReadinessView,
  viewHref,
  viewParsers,
} from "./readiness-view";

const load = createLoader(viewParsers);
const read = (href: string): ReadinessView => load(new URL(href, "http://muster.test"));
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const now = "2026-11-23T17:00:00.000Z";

const anyView: fc.Arbitrary<ReadinessView> = fc.record({
  range: fc.constantFrom(...ranges),
  manager: orNull(fc.uuid()),
  unassigned: fc.boolean(),
  client: orNull(fc.uuid()),
  venue: orNull(fc.uuid()),
  zone: orNull(fc.constantFrom("Europe/Berlin", "America/New_York")),
  unready: fc.boolean(),
  page: fc.integer({ min: 1, max: 99 }),
  after: fc.array(fc.stringMatching(/^\d{1,13}_[0-9a-f]{8}$/), { maxLength: 8 }),
  open: orNull(fc.uuid()),
  part: fc.constantFrom(...parts),
});

test("U-5: state to address to state is identity", () => {
  fc.assert(
    fc.property(anyView, (view) => {
      expect(read(viewHref(view))).toEqual(view);
    }),
  );
});

test("all that is ahead is asked for at first, a page of it; a range ends so many days from now", () => {
  expect(readinessInputOf(read("/admin/readiness"), now)).toEqual({ from: now, limit: 50 });
  expect(readinessInputOf(read("/admin/readiness?range=14d&unready=true"), now)).toEqual({
    from: now,
    to: "2026-12-07T17:00:00.000Z",
    isUnready: true,
    limit: 50,
  });
});

test("events that nobody has are of no manager", () => {
  const view = { ...read("/admin/readiness"), manager: "0199", unassigned: true };
  expect(readinessInputOf(view, now)).toMatchObject({ isUnassigned: true });
  expect(readinessInputOf(view, now)).not.toHaveProperty("managerId");
});

test("pages lead on and back to where they came from", () => {
  const first = read("/admin/readiness");
  const third = nextPage(nextPage(first, "1_a"), "2_b");
  expect(third).toMatchObject({ page: 3, after: ["1_a", "2_b"] });
  expect(previousPage(third)).toMatchObject({ page: 2, after: ["1_a"] });
  expect(previousPage(previousPage(third))).toEqual({ ...first, ...firstPage });
});
