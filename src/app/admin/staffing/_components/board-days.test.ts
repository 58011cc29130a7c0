import { expect, test } from "vitest";
import { byDay, clockOn, columnsOn, openSummary, openWords, rolesOf } from "./board-days";

const span = { first: "2026-10-12", last: "2026-10-18" };
const at = (startsAt: string, endsAt: string) => ({ startsAt, endsAt, timeZone: "Europe/Berlin" });
const day = at("2026-10-14T08:00:00Z", "2026-10-14T12:00:00Z");
const night = at("2026-10-14T20:00:00Z", "2026-10-15T04:00:00Z");
const untilMidnight = at("2026-10-14T18:00:00Z", "2026-10-14T22:00:00Z");

test("a shift over midnight stands on both days of its venue", () => {
  expect([...byDay([day, night, untilMidnight], span)]).toEqual([
    ["2026-10-14", [day, night, untilMidnight]],
    ["2026-10-15", [night]],
  ]);
});

test.each([
  [day, "2026-10-14", "10:00–14:00", { from: 21, to: 29 }],
  [night, "2026-10-14", "from 22:00", { from: 45, to: 49 }],
  [night, "2026-10-15", "to 06:00", { from: 1, to: 13 }],
  [untilMidnight, "2026-10-14", "20:00–00:00", { from: 41, to: 49 }],
])("%o on %s", (shift, date, clock, columns) => {
  expect(clockOn(date, shift)).toBe(clock);
  expect(columnsOn(date, shift)).toEqual(columns);
});

test("a short shift at the end of the day stays on it", () => {
  const late = at("2026-10-14T21:45:00Z", "2026-10-14T21:55:00Z");
  expect(columnsOn("2026-10-14", late)).toEqual({ from: 47, to: 49 });
});

const slot = (seat: number, role: string, offered = 0, planned = 0) => ({
  id: `slot-${role}-${seat}`,
  role,
  seat,
  offered,
  planned,
  startsAt: day.startsAt,
  endsAt: day.endsAt,
});

test("open places stand by role, those that nobody is asked for first", () => {
  const slots = [slot(1, "Host", 2), slot(2, "Host"), slot(1, "Driver", 0, 1)];
  const roles = rolesOf({ slots });
  expect(roles.map(({ role, slots: own }) => [role, own.map(({ seat }) => seat)])).toEqual([
    ["Host", [2, 1]],
    ["Driver", [1]],
  ]);
  expect(roles.map(openWords)).toEqual(["2 open, 1 offered", "1 open, 1 planned"]);
});

test("how much is open is said in one line", () => {
  expect(openSummary([], false)).toBe("No open shifts");
});
