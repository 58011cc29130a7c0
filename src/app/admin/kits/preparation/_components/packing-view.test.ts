import { createLoader } from "nuqs/server";
import { expect, test } from "vitest";
import { byDay, packingInputOf, spanOf, type ToPrepare, viewHref, viewParsers } from "./packing-view";

const item = (kitAssignmentId: string, day: string, status: ToPrepare["status"] = "assigned"): ToPrepare => ({
  kitAssignmentId,
  status,
  templateName: "Tea kit",
  unit: null,
  event: {
    id: "1",
    number: 221,
    title: "Autumn tour",
    startsAt: "2026-12-05T15:00:00.000Z",
    endsAt: "2026-12-05T17:00:00.000Z",
    timeZone: "America/New_York",
    venueName: "Bryant Park",
    managerName: null,
  },
  day,
  windowStart: "2026-12-04T15:00:00.000Z",
  notes: "",
  lines: [],
  shortage: null,
});

test("by day, what is late first; what is packed is not late, what lies outside is left out", () => {
  const span = spanOf({ week: 0 }, "2026-12-01");
  const items = [
    item("late", "2026-11-28"),
    item("packed before", "2026-11-28", "prepared"),
    item("b", "2026-12-03"),
    item("c", "2026-12-07", "prepared"),
    item("beyond", "2026-12-08"),
  ];
  expect(byDay(items, span).map(({ day, items: of }) => [day, of.map((one) => one.kitAssignmentId)])).toEqual(
    [
      [null, ["late"]],
      ["2026-12-03", ["b"]],
      ["2026-12-07", ["c"]],
    ],
  );
});

test("U-5: a week has an address, and no week is too far or past", () => {
  const load = createLoader(viewParsers);
  expect(load(new URL(viewHref({ week: 3 }), "http://muster.test"))).toEqual({ week: 3 });
  expect(packingInputOf({ week: 1 }, "2026-12-01")).toEqual({
    from: "2026-12-07T10:00:00Z",
    to: "2026-12-15T12:00:00Z",
  });
  expect(spanOf({ week: -5 }, "2026-12-01").first).toBe("2026-12-01");
});
