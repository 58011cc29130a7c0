import { expect, test } from "vitest";
import { differenceWords, venueIdsOf } from "./difference-words";

const names = new Map([
  ["v1", "Union Square"],
  ["v2", "Bryant Park"],
  ["k1", "Tea bar"],
]);
const date = (localStart: string, hours: number) => ({
  localStart,
  startsAt: "2026-12-05T15:00:00.000Z",
  endsAt: new Date(Date.parse("2026-12-05T15:00:00.000Z") + hours * 3_600_000).toISOString(),
});

test("venues are named, and one that left the directory says so", () => {
  const differences = [{ field: "locationIds", before: ["v1", "v9"], after: ["v1", "v2"] }];
  expect(venueIdsOf(differences)).toEqual(["v1", "v9", "v2"]);
  expect(differenceWords(differences, names)).toEqual([
    { label: "Venues", before: ["a record that is gone"], after: ["Bryant Park"] },
  ]);
});

test("names that could not be loaded are not called gone", () => {
  const differences = [{ field: "locationIds", before: [], after: ["v1"] }];
  expect(differenceWords(differences, new Map(), "…")).toMatchObject([{ after: ["…"] }]);
});

test("of the dates only those that came and went are listed", () => {
  const before = [date("2026-12-05T10:00", 4), date("2026-12-12T10:00", 4)];
  const after = [date("2026-12-05T10:00", 4), date("2026-12-12T10:00", 5.5)];
  expect(differenceWords([{ field: "eventDates", before, after }], names)).toEqual([
    { label: "Dates", before: ["Sat 12 Dec 2026 10:00, 4 h"], after: ["Sat 12 Dec 2026 10:00, 5 h 30 min"] },
  ]);
});

test("a plan says which activity needs more of what", () => {
  const planOf = (headcount: number, quantity: number) => ({
    activities: [
      {
        type: "Sampling",
        description: "",
        durationMinutes: 240,
        roles: [{ role: "Host", headcount }],
        kits: [{ kitTemplateId: "k1", quantity }],
      },
    ],
  });
  expect(differenceWords([{ field: "plan", before: planOf(2, 1), after: planOf(4, 1) }], names)).toEqual([
    { label: "Plan", before: ["Sampling: 2 × Host"], after: ["Sampling: 4 × Host"] },
  ]);
});

test("what cannot be read is shown as nothing, and long lists end with a count", () => {
  const many = Array.from({ length: 20 }, (_, at) => date(`2026-12-05T10:${10 + at}`, 1));
  const [words] = differenceWords([{ field: "eventDates", before: "broken", after: many }], names);
  expect(words?.before).toEqual([]);
  expect(words?.after).toHaveLength(13);
  expect(words?.after.at(-1)).toBe("and 8 more");
});
