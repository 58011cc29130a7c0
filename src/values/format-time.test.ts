import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDuration,
  formatMoment,
  formatRelative,
  formatSpan,
  formatWindow,
  otherZoneHint,
  zoneLabel,
} from "./format-time";

const now = "2025-10-01T08:00:00Z";
const window = { startsAt: "2025-10-14T08:00:00Z", endsAt: "2025-10-14T12:00:00Z" };

describe("times on screen (ux.md Wording, U-28)", () => {
  it("names weekday, date, range and city", () => {
    expect(formatWindow(window, "Europe/Berlin", now)).toBe("Tue 14 Oct 10:00–14:00, Berlin time");
    expect(formatMoment(window.startsAt, "America/New_York", now)).toBe("Tue 14 Oct 04:00, New York time");
  });

  it("shows both days over midnight", () => {
    const overnight = { startsAt: "2025-10-14T20:00:00Z", endsAt: "2025-10-15T04:00:00Z" };
    expect(formatWindow(overnight, "Europe/Berlin", now)).toBe(
      "Tue 14 Oct 22:00 – Wed 15 Oct 06:00, Berlin time",
    );
  });

  it("shows the year only when it is not this one at the venue", () => {
    const newYear = "2025-12-31T23:30:00Z";
    expect(formatDate(newYear, "Europe/Berlin", now)).toBe("Thu 1 Jan 2026");
    expect(formatDate(newYear, "America/New_York", now)).toBe("Wed 31 Dec");
    expect(formatDate("2025-09-03T10:00:00Z", "UTC", now)).toBe("Wed 3 Sep");
  });

  it("shows midnight as 00:00", () => {
    expect(formatMoment("2025-10-14T00:00:00Z", "UTC", now)).toBe("Tue 14 Oct 00:00, UTC");
  });

  it.each([
    ["America/Argentina/Buenos_Aires", "Buenos Aires time"],
    ["Etc/UTC", "UTC"],
    ["Etc/GMT+5", "UTC-5"],
    ["Asia/Tokyo", "Tokyo time"],
  ])("%s is %s", (zone, label) => {
    expect(zoneLabel(zone)).toBe(label);
  });

  it("hints at the viewer's clock only when it differs", () => {
    const hint = (viewer: string) => otherZoneHint(window, { venue: "Europe/Berlin", viewer }, now);
    expect(hint("Europe/Lisbon")).toBe("09:00–13:00, Lisbon time");
    expect(hint("Europe/Paris")).toBeNull();
    expect(hint("Pacific/Auckland")).toBe("Tue 14 Oct 21:00 – Wed 15 Oct 01:00, Auckland time");
  });
});

describe("spans of time (U-31)", () => {
  it.each([
    ["2025-09-29T07:00:00Z", "2 days", "2 days ago"],
    ["2025-10-01T07:00:00Z", "1 hour", "1 hour ago"],
    ["2025-10-01T07:12:00Z", "48 minutes", "48 minutes ago"],
    ["2025-10-01T07:59:40Z", "1 minute", "just now"],
    // Ahead: told relatively, but nothing has lasted for any time yet.
    ["2025-10-01T08:48:00Z", "1 minute", "in 48 minutes"],
  ])("%s", (instant, span, relative) => {
    expect(formatSpan(instant, now)).toBe(span);
    expect(formatRelative(instant, now)).toBe(relative);
  });

  it("writes a length in hours and minutes", () => {
    expect([45, 60, 90, 0].map(formatDuration)).toEqual(["45 min", "1 h", "1 h 30 min", "0 min"]);
  });
});
