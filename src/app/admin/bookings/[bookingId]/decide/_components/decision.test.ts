import { expect, test } from "vitest";
import type { DateView } from "@/app/admin/bookings/_components/booking-dates";
import {
  applied,
  choicesFor,
  type DecisionValues,
  decisionSchema,
  startChoice,
  totalsOf,
  totalsWords,
  toWish,
} from "./decision";

const date = (day: string, more: Partial<DateView> = {}): DateView => ({
  dateId: `d${day}`,
  date: `2026-12-${day}T10:00:00+01:00`,
  localStart: `2026-12-${day}T10:00`,
  startsAt: `2026-12-${day}T09:00:00.000Z`,
  endsAt: `2026-12-${day}T13:00:00.000Z`,
  status: "undecided",
  clockNote: null,
  reason: null,
  proposedLocalStart: null,
  event: null,
  ...more,
});
const verdict = (of: DateView, kind: "clear" | "note" | "blocked") =>
  [of.dateId, { dateId: of.dateId, startsAt: of.startsAt, verdict: kind, warnings: [] }] as const;

const dates = [date("01"), date("08"), date("15")] as const;
const verdicts = new Map([
  verdict(dates[0], "clear"),
  verdict(dates[1], "blocked"),
  verdict(dates[2], "note"),
]);
const values = (change: (made: DecisionValues["dates"]) => void, override = ""): DecisionValues => {
  const made = choicesFor(dates, verdicts, {});
  change(made);
  return { dates: made, note: "", override };
};
const messages = (of: DecisionValues) => {
  const result = decisionSchema(dates, verdicts).safeParse(of);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};
const set = (made: DecisionValues["dates"], id: string, change: Partial<DecisionValues["dates"][string]>) => {
  const old = made[id];
  if (old) made[id] = { ...old, ...change };
};

test("only clear dates begin as approved", () => {
  expect(Object.values(choicesFor(dates, verdicts, {})).map(({ choice }) => choice)).toEqual([
    "approve",
    "leave",
    "leave",
  ]);
  expect(startChoice(date("01", { status: "proposed" }), verdicts.get("d01")).choice).toBe("leave");
});

test("choices that were made survive another look, those of vanished dates do not", () => {
  const declined = { choice: "decline", reason: "Closed", day: "2026-12-08", time: "" } as const;
  const again = choicesFor(dates.slice(0, 2), verdicts, { d08: declined, d99: declined });
  expect(again).toMatchObject({ d01: { choice: "approve" }, d08: declined });
  expect(Object.keys(again)).toEqual(["d01", "d08"]);
});

test("a declined date needs a reason, another time a start, a blocked approval an override", () => {
  const wrong = values((made) => {
    set(made, "d01", { choice: "decline" });
    set(made, "d08", { choice: "approve" });
    set(made, "d15", { choice: "other", reason: "Busy", time: "soon" });
  });
  expect(messages(wrong)).toEqual([
    "dates.d01.reason: Enter a reason for Tue 1 Dec 2026 10:00.",
    "dates.d15.time: Enter the start that you offer instead of Tue 15 Dec 2026 10:00, such as 10:00.",
    "override: Enter why the blocked dates are approved anyway.",
  ]);
});

test("an unreadable other date is told of at the date, a long reason as long (U-29)", () => {
  const wrong = values((made) => {
    set(made, "d01", { choice: "other", reason: "x".repeat(1001), day: "soon", time: "10:00" });
  });
  expect(messages(wrong)).toEqual([
    "dates.d01.reason: Tue 1 Dec 2026 10:00: A reason can have 1000 characters at most.",
    "dates.d01.day: Enter the date that you offer instead of Tue 1 Dec 2026 10:00: day, month and year.",
  ]);
});

test("what is said of several dates is not said of those that are approved already", () => {
  const mixed = [dates[1], date("22", { status: "approved" })];
  const made = choicesFor(mixed, verdicts, {});
  const declined = applied({ choice: "decline", reason: " Closed ", time: "" }, mixed, made);
  expect(declined).toMatchObject({ d08: { choice: "decline", reason: "Closed" }, d22: { choice: "leave" } });
  expect(applied({ choice: "approve", reason: "", time: "" }, mixed, made)).toMatchObject({
    d08: { choice: "approve" },
    d22: { choice: "approve" },
  });
});

test("a decision about nothing is none", () => {
  expect(messages(values((made) => set(made, "d01", { choice: "leave" })))).toEqual([
    "note: Decide at least one date, or leave the booking waiting.",
  ]);
});

test("what is sent names the reviewed version, reasons and the override only where it is needed", () => {
  const said = values((made) => {
    set(made, "d08", { choice: "decline", reason: " Closed " });
    set(made, "d15", { choice: "other", reason: "Busy", day: "2026-12-16", time: "11:00" });
  }, "unused");
  expect(toWish({ bookingId: "b1", version: 3 }, dates, { values: said, verdicts })).toEqual({
    bookingId: "b1",
    version: 3,
    eventDates: ["2026-12-01T10:00:00+01:00"],
    declinedDates: [
      { date: "2026-12-08T10:00:00+01:00", reason: "Closed" },
      { date: "2026-12-15T10:00:00+01:00", reason: "Busy", proposedDate: "2026-12-16T11:00" },
    ],
  });
  const forced = values((made) => set(made, "d08", { choice: "approve" }), "The client knows");
  expect(toWish({ bookingId: "b1", version: 3 }, dates, { values: forced, verdicts }).override).toEqual({
    reason: "The client knows",
  });
});

const madeEvent = {
  eventId: "e1",
  number: 7,
  status: "scheduled",
  startsAt: "2026-12-08T09:00:00.000Z",
  endsAt: "2026-12-08T11:00:00.000Z",
  result: null,
  can: { reportIssue: false },
};

test("totals count what is said and the events that follow", () => {
  const withEvent = [dates[0], date("08", { event: madeEvent })];
  const made = choicesFor(withEvent, verdicts, {});
  set(made, "d08", { choice: "approve" });
  const totals = totalsOf(withEvent, made, verdicts);
  expect(totals).toMatchObject({ approve: 2, events: 1, overridden: 1 });
  expect(totalsWords({ ...totals, decline: 1, leave: 2 })).toBe("2 approve · 1 decline · 2 undecided");
});
