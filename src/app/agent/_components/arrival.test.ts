import { expect, test } from "vitest";
import { type Arrival, currentArrival, distanceWords, hoursWords } from "./arrival";

function arrival(id: string, change: Partial<Arrival> = {}): Arrival {
  return {
    assignmentId: id,
    eventId: `event-of-${id}`,
    activityId: "activity",
    locationId: "location",
    kits: [],
    eventNumber: 221,
    title: "Autumn tour",
    role: "Host",
    status: "accepted",
    presence: "not_due",
    startsAt: "2026-10-31T14:00:00.000Z",
    endsAt: "2026-10-31T22:00:00.000Z",
    timeZone: "America/New_York",
    venue: { name: "Bryant Park", address: "", position: null, radiusM: 150 },
    opensAt: "2026-10-31T13:00:00.000Z",
    closesAt: "2026-10-31T22:00:00.000Z",
    isLate: false,
    askedAt: null,
    checkedInAt: null,
    proof: null,
    checkedOutAt: null,
    breakMinutes: 0,
    hoursWorked: null,
    hoursState: null,
    can: { checkIn: false, checkOut: false, reportIssue: true },
    ...change,
  };
}

const none = { shift: null, event: null };
const over = arrival("over", { status: "checked_out", presence: "left" });
const due = arrival("due", { presence: "due", can: { checkIn: true, checkOut: false, reportIssue: true } });
const inside = arrival("inside", {
  presence: "present",
  can: { checkIn: false, checkOut: true, reportIssue: true },
});
const next = arrival("next");

test("leaving comes before coming, coming before what is next, and the last one stays", () => {
  expect(currentArrival([over, due, inside, next], none)).toBe(inside);
  expect(currentArrival([over, due, next], none)).toBe(due);
  expect(currentArrival([over, next], none)).toBe(next);
  expect(currentArrival([over], none)).toBe(over);
  expect(currentArrival([], none)).toBeNull();
});

test("a shift that was opened, or an event whose code was scanned, is what it is about", () => {
  expect(currentArrival([inside, next], { ...none, shift: "next" })).toBe(next);
  expect(currentArrival([inside, due], { ...none, event: "event-of-due" })).toBe(due);
  expect(currentArrival([inside], { ...none, event: "another" })).toBeNull();
});

test("distances and hours read as people say them", () => {
  expect([12.4, 999, 5_550].map(distanceWords)).toEqual(["12 m", "999 m", "5.5 km"]);
  expect([0.25, 8, 7.5].map(hoursWords)).toEqual(["15 min", "8 h", "7 h 30 min"]);
});
