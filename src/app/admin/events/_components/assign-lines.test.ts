import { expect, test } from "vitest";
import { type AssignLine, lineOfPlan, resultWords, runWords, toAssign } from "./assign-lines";
import type { EventRow } from "./event-columns";

const row = (id: string): EventRow => ({
  id,
  number: 221,
  title: "Winter market",
  status: "scheduled",
  onHold: false,
  holdReason: null,
  cancelledReason: null,
  localStart: "2035-10-14T10:00",
  startsAt: "2035-10-14T08:00:00.000Z",
  endsAt: "2035-10-14T10:00:00.000Z",
  timeZone: "Europe/Berlin",
  clockNote: null,
  venue: { id: "v", name: "Park", city: "Berlin" },
  client: { id: "c", name: "Tea House" },
  booking: { id: "b", number: 1042 },
  manager: null,
  can: { openBooking: true, seeInternals: true },
});
const overlap = {
  kind: "overlap",
  minutesBetween: 0,
  eventId: "e",
  code: "EV-230",
  title: "Other",
  localStart: "2035-10-14T11:00",
} as const;
const plan = { eventId: "a", version: 4, isToAssign: true, conflicts: [] };

test("what is theirs already, has begun or is gone is left out, and says why", () => {
  expect(lineOfPlan(row("a"), { ...plan, isToAssign: false })).toMatchObject({ state: "left-out" });
  expect(lineOfPlan(row("a"), undefined)).toMatchObject({ state: "left-out" });
});

test("events during which the manager is elsewhere are assigned only when one says so", () => {
  const lines = [lineOfPlan(row("a"), plan), lineOfPlan(row("b"), { ...plan, conflicts: [overlap] })];
  expect(toAssign(lines, "leave-out").map((line) => line.row.id)).toEqual(["a"]);
  expect(toAssign(lines, "assign").map((line) => line.row.id)).toEqual(["a", "b"]);
  expect(runWords(lines, "assign", "Mia")).toBe("Assign 2 events to Mia");
});

test("a short way between two venues is a warning, and no reason to leave an event out", () => {
  const conflicts = [{ ...overlap, kind: "travel", minutesBetween: 20 } as const];
  expect(toAssign([lineOfPlan(row("a"), { ...plan, conflicts })], "leave-out")).toHaveLength(1);
});

test("the result says how many went through and how many did not", () => {
  const lines: AssignLine[] = [
    { row: row("a"), state: "assigned" },
    { row: row("b"), state: "assigned" },
    { row: row("c"), state: "failed", reason: "Changed." },
    { row: row("d"), state: "left-out", reason: "Theirs." },
  ];
  expect(resultWords(lines)).toBe("2 assigned · 1 not assigned · 1 left out");
  expect(resultWords(lines.slice(0, 2))).toBe("2 assigned");
});
