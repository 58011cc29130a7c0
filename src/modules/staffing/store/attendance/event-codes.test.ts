import { expect, test } from "vitest";
import { testId } from "@/testing/builders/actors";
import { eventCodeAt, judgeCode } from "./event-codes";

const key = Buffer.alloc(32, 7);
const eventId = testId(7, 1);
const shownAt = "2026-10-31T13:50:10.000Z";
const code = eventCodeAt(eventId, shownAt, key);
const judged = (given: string, now: string, more: { eventId?: string; key?: Buffer } = {}) =>
  judgeCode(given, { eventId, now, key, ...more });

test("a code is a picture and six digits, and names when the next one comes", () => {
  expect(code.token).toMatch(/^[\w-]{22}$/);
  expect(code.typed).toMatch(/^\d{6}$/);
  expect(code.nextAt).toBe("2026-10-31T13:50:30.000Z");
});

test.each([
  ["while it is shown", "2026-10-31T13:50:29.999Z", "valid"],
  ["for one step more", "2026-10-31T13:50:59.999Z", "valid"],
  ["after that", "2026-10-31T13:51:00.000Z", "old"],
  ["an hour later", "2026-10-31T14:50:29.000Z", "old"],
  ["the day after", "2026-11-01T13:50:10.000Z", "wrong"],
  ["before it was ever shown", "2026-10-31T13:49:59.000Z", "wrong"],
])("%s it is judged for what it is", (_name, now, verdict) => {
  expect(judged(code.token, now)).toBe(verdict);
  expect(judged(` ${code.typed.slice(0, 3)} ${code.typed.slice(3)}`, now)).toBe(verdict);
});

test("a code of another event, of another installation or of nobody is worth nothing", () => {
  expect(judged(code.token, shownAt, { eventId: testId(7, 2) })).toBe("wrong");
  expect(judged(code.token, shownAt, { key: Buffer.alloc(32, 8) })).toBe("wrong");
  expect(judged("", shownAt)).toBe("wrong");
  expect(judged("ein Bild", shownAt)).toBe("wrong");
});

test("codes do not repeat from step to step", () => {
  const tokens = Array.from({ length: 200 }, (_, step) =>
    eventCodeAt(eventId, new Date(Date.parse(shownAt) + step * 30_000).toISOString(), key),
  ).map(({ token }) => token);
  expect(new Set(tokens).size).toBe(200);
});
