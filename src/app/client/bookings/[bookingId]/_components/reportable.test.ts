import { expect, test } from "vitest";
import { isReportable } from "./reportable";

const event = {
  can: { reportIssue: true },
  startsAt: "2026-12-05T15:00:00.000Z",
  endsAt: "2026-12-05T18:00:00.000Z",
};

test.each([
  ["2026-12-02T14:59:59.000Z", false],
  ["2026-12-02T15:00:00.000Z", true],
  ["2027-01-04T18:00:00.000Z", true],
  ["2027-01-04T18:00:01.000Z", false],
])("from three days before an event to thirty after it: %s", (now, expected) => {
  expect(isReportable(event, now)).toBe(expected);
});

test("never where the server says no", () => {
  expect(isReportable({ ...event, can: { reportIssue: false } }, event.startsAt)).toBe(false);
});
