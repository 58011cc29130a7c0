import { describe, expect, test } from "vitest";
import { dayOrMoment, eventDate, instant, metrics, moment, photoUrls } from "./fields";

describe("an event date carries the venue's offset", () => {
  test.each(["2026-12-05T10:00:00-05:00", "2026-12-05T10:00:00+00:00", "2026-06-01T10:00:00+05:45"])(
    "%s is one",
    (date) => expect(eventDate.safeParse(date).success).toBe(true),
  );

  test.each([
    "2026-12-05",
    "2026-12-05T10:00:00",
    "2026-12-05T10:00:00Z",
    "2026-12-05T10:00-05:00",
    "2026-12-05T10:00:00.000-05:00",
    "2026-02-30T10:00:00-05:00",
    "2026-12-05T25:00:00-05:00",
    "2026-12-05 10:00:00-05:00",
    "",
  ])("%s is none", (date) => expect(eventDate.safeParse(date).success).toBe(false));
});

describe("an instant is in UTC", () => {
  test.each(["2026-12-05T15:00:00Z", "2026-12-05T15:00:00.123Z", "2026-12-05T15:00:00.123456Z"])(
    "%s is one",
    (at) => expect(instant.safeParse(at).success).toBe(true),
  );

  test.each([
    "2026-12-05T15:00:00-05:00",
    "2026-12-05T15:00Z",
    "2026-12-05T15:00:00",
    "2026-13-05T15:00:00Z",
    `2026-12-05T15:00:00.${"0".repeat(60)}Z`,
  ])("%s is none", (at) => expect(instant.safeParse(at).success).toBe(false));
});

test("other moments may be in UTC or carry an offset, but never neither", () => {
  expect(moment.safeParse("2026-12-05T15:00:00Z").success).toBe(true);
  expect(moment.safeParse("2026-12-05T10:00:00-05:00").success).toBe(true);
  expect(moment.safeParse("2026-12-05T10:00:00").success).toBe(false);
});

test("a recurrence ends on a day or at a moment", () => {
  expect(dayOrMoment.safeParse("2026-12-31").success).toBe(true);
  expect(dayOrMoment.safeParse("2026-12-31T23:59:59-05:00").success).toBe(true);
  expect(dayOrMoment.safeParse("the end of the year").success).toBe(false);
});

describe("photos are the server's own", () => {
  test.each(["/photos/0199c8a0-1000-7000-8000-0000000000f1", "/photos/a_b-C"])("%s is", (url) =>
    expect(photoUrls.safeParse([url]).success).toBe(true),
  );

  test.each([
    "https://elsewhere.example/photos/a",
    "//elsewhere.example/photos/a",
    "/photos/",
    "/photos/../secrets",
    "/photos/a/b",
    "/photos/a?size=1",
    "/photos/a\n",
  ])("%s is not", (url) => expect(photoUrls.safeParse([url]).success).toBe(false));
});

test("metrics are finite numbers, at most 200 of them", () => {
  const named = (amount: number) =>
    Object.fromEntries(Array.from({ length: amount }, (_, at) => [`m${at}`, at]));
  expect(metrics.safeParse(named(200)).success).toBe(true);
  expect(metrics.safeParse(named(201)).success).toBe(false);
  expect(metrics.safeParse({ samples: Number.NaN }).success).toBe(false);
  expect(metrics.safeParse({ samples: "12" }).success).toBe(false);
});
