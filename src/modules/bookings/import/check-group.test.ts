import { expect, test } from "vitest";
import { checkGroup } from "./check-group";
import type { ImportGroup } from "./plan-import";
import { toBooking } from "./to-booking";

const columns = { externalId: "id", title: "name", start: "from", end: "to", venue: "place", notes: "notes" };
const date = (startsAt: string, endsAt: string, rowNumber = 2) => ({
  localStart: startsAt.slice(0, 16),
  startsAt,
  endsAt,
  note: null,
  rowNumber,
});
const group: ImportGroup = {
  externalId: "A-1",
  title: "Market",
  venues: ["Pier"],
  client: null,
  category: null,
  notes: null,
  timeZone: "UTC",
  dates: [
    date("2026-07-04T10:00:00.000Z", "2026-07-04T14:00:00.000Z"),
    date("2026-07-05T10:00:00.000Z", "2026-07-05T11:30:00.000Z", 3),
  ],
  rowNumbers: [2, 3],
};

const found = (change: Partial<ImportGroup>) =>
  checkGroup({ ...group, ...change }, columns).map(({ row, column, code }) => [row, column, code]);

test("a group that fits has no problem, to the last character", () => {
  expect(found({ title: "t".repeat(200), notes: "n".repeat(2000), category: "c".repeat(80) })).toEqual([]);
  expect(
    found({ venues: ["v".repeat(300), ...Array.from({ length: 29 }, (_, index) => `v${index}`)] }),
  ).toEqual([]);
});

test.each([
  ["a title", { title: "t".repeat(201) }, [2, "name", "value-too-long"]],
  ["notes", { notes: "n".repeat(2001) }, [2, "notes", "value-too-long"]],
  ["a category without a column of its own", { category: "c".repeat(81) }, [2, undefined, "value-too-long"]],
  ["a venue", { venues: ["v".repeat(301)] }, [2, "place", "venue-too-long"]],
  ["the list of venues", { venues: Array.from({ length: 31 }, String) }, [2, "place", "too-many-venues"]],
])("%s that is too long is said at the first row", (_, change, problem) => {
  expect(found(change)).toEqual([problem]);
});

test("a date that is too long is said at its own row", () => {
  const dates = [...group.dates, date("2026-07-06T10:00:00.000Z", "2029-07-06T10:00:00.000Z", 9)];
  expect(found({ dates })).toEqual([[9, "to", "date-too-long"]]);
});

test("a group becomes a wish whose plan is one activity as long as its shortest date", () => {
  expect(toBooking(group, { clientId: "c", locationIds: ["l", "l"] })).toMatchObject({
    importKey: "A-1",
    locationIds: ["l"],
    schedule: {
      kind: "dates",
      dates: [
        { localStart: "2026-07-04T10:00", durationMinutes: 240 },
        { localStart: "2026-07-05T10:00", durationMinutes: 90 },
      ],
    },
    plan: { activities: [{ type: "Event", durationMinutes: 90, roles: [], kits: [] }] },
    notes: "",
  });
  const named = toBooking({ ...group, category: "Parade" }, { clientId: "c", locationIds: ["l"] });
  expect(named.plan.activities[0]?.type).toBe("Parade");
});
