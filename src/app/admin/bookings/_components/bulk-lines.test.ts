import { expect, test } from "vitest";
import type { BookingRow } from "./booking-columns";
import { lineOfPreview, runWords, toRun } from "./bulk-lines";

const can = {
  update: true,
  submit: false,
  approve: true,
  reject: true,
  requestChanges: true,
  cancel: true,
  duplicate: true,
};

const row: BookingRow = {
  bookingId: "b1",
  number: 1042,
  title: "Tea tasting",
  clientId: "c1",
  clientName: "Client",
  venueName: "Union Square",
  timeZone: "UTC",
  status: "submitted",
  version: 2,
  needsReapproval: false,
  overridden: false,
  datesTotal: 3,
  datesApproved: 1,
  datesUndecided: 2,
  firstDate: null,
  nextDate: null,
  waitingFor: "agency",
  waitingSince: "2026-11-23T12:00:00.000Z",
  can,
};

const verdict = (dateId: string, kind: "clear" | "blocked") => ({
  dateId,
  startsAt: `2026-12-0${dateId}T10:00:00.000Z`,
  verdict: kind,
  warnings: [],
});

const preview = (toDecide: string[]) => ({
  bookingId: "b1",
  number: "BK-1042",
  version: 3,
  checkedAt: "2026-11-23T12:00:00.000Z",
  gone: [],
  verdicts: [verdict("1", "clear"), verdict("2", "clear"), verdict("3", "blocked")],
  toDecide,
  peopleTold: 2,
  sinceDecision: [],
});

test("only dates that wait for a decision count, and the version looked at is the one decided about", () => {
  const line = lineOfPreview(row, preview(["2", "3"]));
  expect(line).toMatchObject({
    state: "ready",
    version: 3,
    clear: ["2026-12-02T10:00:00.000Z"],
    blocked: ["2026-12-03T10:00:00.000Z"],
  });
  expect(toRun([line], "leave-out")).toEqual([]);
  expect(toRun([line], "clear-dates")).toEqual([line]);
  expect(runWords([line], "clear-dates")).toBe("Approves 1 date of 1 booking");
});

test("a booking that nobody has to decide is left out with its reason", () => {
  expect(lineOfPreview(row, preview([]))).toMatchObject({ state: "left-out" });
  expect(lineOfPreview({ ...row, can: { ...can, approve: false } }, preview(["2"]))).toMatchObject({
    state: "left-out",
  });
});

test("a booking whose dates are all blocked is never run", () => {
  expect(toRun([lineOfPreview(row, preview(["3"]))], "clear-dates")).toEqual([]);
});
