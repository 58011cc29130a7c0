import { expect, test } from "vitest";
import { contentWith, planOf, requestedDate } from "@/testing/builders/bookings";
import { changedFields, differences, materiality, resolveSchedule } from "./content";
import { scheduleSchema } from "./inputs";

function weekly(startLocal: string, endDate: string, more: object = {}) {
  return scheduleSchema.parse({
    kind: "recurring",
    recurrence: { frequency: "weekly", interval: 1, startLocal, durationMinutes: 120, endDate, ...more },
  });
}

test("a weekly series in New York keeps its wall clock when summer time ends", () => {
  const { dates } = resolveSchedule(weekly("2026-10-25T10:00", "2026-11-08"), "America/New_York");
  expect(dates.map((date) => [date.localStart, date.startsAt])).toEqual([
    ["2026-10-25T10:00", "2026-10-25T14:00:00.000Z"],
    ["2026-11-01T10:00", "2026-11-01T15:00:00.000Z"],
    ["2026-11-08T10:00", "2026-11-08T15:00:00.000Z"],
  ]);
});

test("a series in Berlin moves a skipped time forward and takes the first of a repeated one, and says so", () => {
  const spring = resolveSchedule(weekly("2027-03-21T02:30", "2027-03-28"), "Europe/Berlin").dates;
  expect(spring[1]).toMatchObject({ startsAt: "2027-03-28T01:30:00.000Z", clockNote: "gap" });
  const autumn = resolveSchedule(weekly("2026-10-18T02:30", "2026-10-25"), "Europe/Berlin").dates;
  expect(autumn[1]).toMatchObject({ startsAt: "2026-10-25T00:30:00.000Z", clockNote: "overlap" });
});

test("a series of 366 dates is whole, one more is cut and said to be", () => {
  const daily = { frequency: "daily" };
  const whole = resolveSchedule(weekly("2027-01-01T10:00", "2028-01-01", daily), "America/New_York");
  expect([whole.dates.length, whole.truncated]).toEqual([366, false]);
  const cut = resolveSchedule(weekly("2027-01-01T10:00", "2028-01-02", daily), "America/New_York");
  expect([cut.dates.length, cut.truncated]).toEqual([366, true]);
});

test("hand-picked dates come out in order, each start once", () => {
  const schedule = scheduleSchema.parse({
    kind: "dates",
    dates: [
      { localStart: "2026-12-12T10:00", durationMinutes: 60 },
      { localStart: "2026-12-05T10:00", durationMinutes: 60 },
      { localStart: "2026-12-12T10:00", durationMinutes: 90 },
    ],
  });
  const { dates } = resolveSchedule(schedule, "America/New_York");
  expect(dates.map((date) => date.localStart)).toEqual(["2026-12-05T10:00", "2026-12-12T10:00"]);
});

test("an overnight date over the clock change lasts the elapsed time", () => {
  const schedule = scheduleSchema.parse({
    kind: "dates",
    dates: [{ localStart: "2026-10-31T22:00", durationMinutes: 480 }],
  });
  const [date] = resolveSchedule(schedule, "America/New_York").dates;
  expect(date).toMatchObject({ startsAt: "2026-11-01T02:00:00.000Z", endsAt: "2026-11-01T10:00:00.000Z" });
});

test.each(["9999-12-31T23:59", "1899-12-31T10:00", "0001-01-01T00:00"])(
  "a date of the year %s is refused at the door",
  (localStart) => {
    const dates = [{ localStart, durationMinutes: 60 }];
    expect(scheduleSchema.safeParse({ kind: "dates", dates }).success).toBe(false);
    const series = {
      kind: "recurring",
      recurrence: {
        frequency: "daily",
        interval: 1,
        startLocal: localStart,
        durationMinutes: 60,
        endDate: "9999-12-31",
      },
    };
    expect(scheduleSchema.safeParse(series).success).toBe(false);
  },
);

test("changed fields carry the names of the fact", () => {
  const after = contentWith({
    dates: [requestedDate("2026-12-05T11:00")],
    plan: planOf({ kits: [] }),
    notes: "x",
  });
  expect(changedFields(contentWith(), after)).toEqual(["eventDates", "plan", "notes"]);
  expect(differences(contentWith(), after).map((one) => one.field)).toEqual(["eventDates", "plan", "notes"]);
});

test("two activities of one kind that swap places are no growth", () => {
  const [small, large] = [planOf({ durationMinutes: 60 }), planOf({ durationMinutes: 120 })].flatMap(
    (plan) => plan.activities,
  );
  if (!small || !large) throw new Error("two activities");
  const before = contentWith({ plan: { activities: [small, large] } });
  const after = contentWith({ plan: { activities: [large, small] } });
  expect(materiality(before, after)).toBe("nothing");
  expect(materiality(after, before)).toBe("nothing");
});

test("an activity that grew while another shrank is growth", () => {
  const plans = [60, 120, 60, 121].map((durationMinutes) => planOf({ durationMinutes }).activities[0]);
  const [a, b, c, d] = plans;
  if (!a || !b || !c || !d) throw new Error("four activities");
  const before = contentWith({ plan: { activities: [a, b] } });
  expect(materiality(before, contentWith({ plan: { activities: [c, d] } }))).toBe("everything");
});
