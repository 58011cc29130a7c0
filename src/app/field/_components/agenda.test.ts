import { expect, test } from "vitest";
import { agendaOf, type Timed } from "./agenda";

const event = (id: string, startsAt: string, endsAt: string, change: Partial<Timed> = {}): Timed => ({
  id,
  status: "ready",
  startsAt,
  endsAt,
  timeZone: "Europe/Berlin",
  ...change,
});
const morning = event("morning", "2026-10-14T08:00:00Z", "2026-10-14T12:00:00Z");
const evening = event("evening", "2026-10-14T16:00:00Z", "2026-10-14T20:00:00Z");
const tomorrow = event("tomorrow", "2026-10-15T08:00:00Z", "2026-10-15T12:00:00Z");
const running = { ...morning, status: "in_progress" } as const;

function idsAt(events: readonly Timed[], now: string) {
  const { next, laterToday, unfinished } = agendaOf(events, now);
  return [next?.id ?? null, laterToday.map(({ id }) => id), unfinished.map(({ id }) => id)];
}

test("the next event is the first that is not over; the rest of the day follows, tomorrow does not", () => {
  const all = [morning, evening, tomorrow];
  expect(idsAt(all, "2026-10-14T06:00:00Z")).toEqual(["morning", ["evening"], []]);
});

test("what is running comes first, also a while after its planned end", () => {
  expect(idsAt([running, evening], "2026-10-14T10:00:00Z")).toEqual(["morning", ["evening"], []]);
  expect(idsAt([running, evening], "2026-10-14T13:59:00Z")).toEqual(["morning", ["evening"], []]);
});

test("what was never brought to its end waits aside, and is next when there is nothing else", () => {
  expect(idsAt([running, evening], "2026-10-14T14:00:00Z")).toEqual(["evening", [], ["morning"]]);
  expect(idsAt([morning, evening], "2026-10-14T12:00:00Z")).toEqual(["evening", [], ["morning"]]);
  expect(idsAt([morning], "2026-10-16T12:00:00Z")).toEqual(["morning", [], []]);
});

test("a day is the venue's day, and an event over midnight is in both", () => {
  const late = event("late", "2026-10-14T21:00:00Z", "2026-10-15T03:00:00Z");
  const tokyo = event("tokyo", "2026-10-14T20:00:00Z", "2026-10-14T22:00:00Z", { timeZone: "Asia/Tokyo" });
  expect(idsAt([evening, tokyo], "2026-10-14T09:00:00Z")).toEqual(["evening", [], []]);
  expect(idsAt([{ ...late, status: "in_progress" }, tomorrow], "2026-10-15T01:00:00Z")).toEqual([
    "late",
    ["tomorrow"],
    [],
  ]);
});

test("a day without events has nothing", () => {
  expect(idsAt([], "2026-10-14T06:00:00Z")).toEqual([null, [], []]);
});
