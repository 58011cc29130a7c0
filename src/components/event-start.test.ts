import { expect, test } from "vitest";
import { isStartNear, startLacks } from "./event-start";

test("what is missing is said, and that nothing was prepared; the state alone says nothing", () => {
  const readiness = [
    { isMet: true, text: "The venue is confirmed." },
    { isMet: false, text: "1 of 2 logistics tasks done." },
  ];
  expect(startLacks({ status: "ready", readiness })).toEqual(["1 of 2 logistics tasks done."]);
  expect(startLacks({ status: "preparing", readiness: readiness.slice(0, 1) })).toEqual([]);
  expect(startLacks({ status: "assigned", readiness: [] })).toEqual(["Its preparation has not begun."]);
});

test("a start is near from a day before", () => {
  const startsAt = "2026-12-05T15:00:00.000Z";
  expect(isStartNear(startsAt, "2026-12-04T14:59:59.999Z")).toBe(false);
  expect(isStartNear(startsAt, "2026-12-04T15:00:00.000Z")).toBe(true);
  expect(isStartNear(startsAt, "2026-12-06T15:00:00.000Z")).toBe(true);
});
