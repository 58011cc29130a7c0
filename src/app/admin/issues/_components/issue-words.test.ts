import { expect, test } from "vitest";
import { aboutWords, clockWords, kindWords, silenceWords } from "./issue-words";

const now = "2026-12-05T12:00:00.000Z";
const event = {
  id: "e",
  number: 221,
  title: "Autumn tour",
  startsAt: now,
  timeZone: "Europe/Berlin",
  managerName: "Mia Manager",
};
const zone = { now, timeZone: "UTC" };

test("what it is about is named with its event", () => {
  expect(aboutWords({ subject: "event", about: null, event })).toBe("EV-221");
  expect(aboutWords({ subject: "activity", about: "Sampling", event })).toBe("Sampling of EV-221");
  expect(kindWords({ issueType: "crowding" })).toBe("Crowding");
  expect(aboutWords({ subject: "location", about: "Bryant Park", event })).toBe("Bryant Park, EV-221");
});

test("the clock says what to do by when, and when that is over", () => {
  const clock = (status: "reported" | "acknowledged" | "resolved", dueAt: string | null, escalations = 0) =>
    clockWords({ status, dueAt, escalations }, now);
  expect(clock("reported", "2026-12-05T12:15:00.000Z")).toEqual({
    text: "Acknowledge in 15 minutes",
    isLate: false,
  });
  expect(clock("reported", "2026-12-05T11:50:00.000Z")).toEqual({
    text: "Acknowledge: was due 10 minutes ago",
    isLate: true,
  });
  expect(clock("acknowledged", "2026-12-05T16:00:00.000Z", 1)).toEqual({
    text: "Resolve in 4 hours",
    isLate: true,
  });
  expect(clock("acknowledged", null, 3)).toEqual({ text: "Resolve: told 3 times", isLate: true });
  expect(clock("resolved", null)).toBeNull();
});

test("who hears of it next is named, with the time", () => {
  const of = (dueAt: string | null, managerName: string | null = "Mia Manager") =>
    silenceWords({ status: "reported", dueAt, escalations: 0, event: { ...event, managerName } }, zone);
  expect(of("2026-12-05T12:15:00.000Z")).toBe(
    "All admins and Mia Manager are told again on Sat 5 Dec 12:15, UTC.",
  );
  expect(of("2026-12-05T12:15:00.000Z", null)).toBe("All admins are told again on Sat 5 Dec 12:15, UTC.");
  expect(of("2026-12-05T11:59:00.000Z")).toBe("All admins and Mia Manager are being told now.");
  expect(of(null)).toBe("All admins and Mia Manager were told three times. Nobody is told again.");
});
