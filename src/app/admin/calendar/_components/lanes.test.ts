import { expect, test } from "vitest";
import { type CalendarEvent, dayEntries } from "./calendar-items";
import { managerLanes, venueLanes } from "./lanes";

const [ann, ben, cid] = ["Ann", "Ben", "Cid"].map((name) => ({ id: name.toLowerCase(), name }));
const managers = [ann, ben, cid].flatMap((one) => (one ? [one] : []));

function event(id: string, change: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    id,
    number: 1,
    title: id,
    status: "assigned",
    onHold: false,
    startsAt: "2026-10-14T08:00:00.000Z",
    endsAt: "2026-10-14T10:00:00.000Z",
    timeZone: "UTC",
    venue: { id: "park", name: "Park" },
    bookingId: "",
    manager: null,
    ...change,
  };
}
const week = { first: "2026-10-12", last: "2026-10-18" };
const names = (lanes: ReturnType<typeof managerLanes>) =>
  lanes.map(({ name, events }) => `${name} ${events}`);

test("events that nobody has come first, then who has some, then who is free", () => {
  const entries = dayEntries([event("a"), event("b", { manager: ben ?? null })], week);
  expect(names(managerLanes(entries, managers))).toEqual(["Nobody yet 1", "Ben 1", "Ann 0", "Cid 0"]);
});

test("an event over midnight is on both days of its lane and counts once", () => {
  const night = event("n", { startsAt: "2026-10-14T22:00:00.000Z", endsAt: "2026-10-15T04:00:00.000Z" });
  const [lane] = managerLanes(dayEntries([night], week), managers);
  expect([...(lane?.days.keys() ?? [])]).toEqual(["2026-10-14", "2026-10-15"]);
  expect(lane?.events).toBe(1);
});

test("a cancelled event needs nobody", () => {
  const [lane] = managerLanes(dayEntries([event("x", { status: "cancelled" })], week), managers);
  expect(lane).toMatchObject({ id: null, events: 0 });
});

test("somebody who is no manager any more keeps a lane while events are theirs", () => {
  const entries = dayEntries([event("a", { manager: { id: "zoe", name: "Zoe" } })], week);
  expect(names(managerLanes(entries, managers))).toContain("Zoe 1");
});

test("venues have a lane each, by name", () => {
  const arena = event("b", { venue: { id: "arena", name: "Arena" } });
  expect(names(venueLanes(dayEntries([event("a"), arena, event("c")], week)))).toEqual(["Arena 1", "Park 2"]);
});
