import { expect, test } from "vitest";
import { conflictWords, freeFirst, type ManagerConflict, needsReason } from "./conflict-words";

const now = "2035-10-01T12:00:00.000Z";
const overlap: ManagerConflict = {
  kind: "overlap",
  minutesBetween: 0,
  eventId: "e",
  code: "EV-230",
  title: "Winter market",
  localStart: "2035-10-14T07:00",
};
const travel: ManagerConflict = { ...overlap, kind: "travel", minutesBetween: 45 };

test("a conflict says with what, when on the clock of that venue, and why", () => {
  expect(conflictWords(overlap, now)).toBe("EV-230 Winter market, Sun 14 Oct 07:00: at the same time.");
  expect(conflictWords(travel, now)).toMatch(/: only 45 min to travel between the venues\.$/);
  expect(conflictWords({ ...travel, minutesBetween: 0 }, now)).toMatch(/: no time to travel/);
});

test("an overlap takes a reason, a short way does not", () => {
  expect(needsReason({ conflicts: [travel, overlap] })).toBe(true);
  expect(needsReason({ conflicts: [travel] })).toBe(false);
  expect(needsReason(undefined)).toBe(false);
});

test("who is free comes first, who is elsewhere at that time last", () => {
  const choices = [
    { id: "1", name: "Ann", conflicts: [overlap] },
    { id: "2", name: "Ben", conflicts: [travel] },
    { id: "3", name: "Cid", conflicts: [] },
    { id: "4", name: "Dee", conflicts: [travel, travel] },
  ];
  expect(freeFirst(choices).map(({ name }) => name)).toEqual(["Cid", "Ben", "Dee", "Ann"]);
});
