import { expect, test } from "vitest";
import { travelMinutes } from "@/values/travel";
import { conflictBetween, type Engagement } from "./manager-conflicts";

const berlin = { locationId: "berlin", position: { latitude: 52.52, longitude: 13.405 } };
const potsdam = { locationId: "potsdam", position: { latitude: 52.396, longitude: 13.058 } };
const munich = { locationId: "munich", position: { latitude: 48.137, longitude: 11.575 } };
const tokyo = { locationId: "tokyo", position: { latitude: 35.68, longitude: 139.76 } };
const somewhere = { locationId: "somewhere", position: null };

/** On 14 October 2035, hours in UTC. */
function from(start: string, end: string, where: Pick<Engagement, "locationId" | "position">): Engagement {
  return { ...where, startsAt: `2035-10-14T${start}:00.000Z`, endsAt: `2035-10-14T${end}:00.000Z` };
}

test("the way grows with the distance, and there is none at the same venue", () => {
  expect(travelMinutes(berlin, berlin)).toBe(0);
  // 27.2 km in a straight line.
  expect(travelMinutes(berlin, potsdam)).toBe(66);
  // 504 km.
  expect(travelMinutes(berlin, munich)).toBe(travelMinutes(munich, berlin));
  expect(travelMinutes(berlin, munich)).toBeGreaterThan(11 * 60);
  expect(travelMinutes(berlin, munich)).toBeLessThan(12 * 60);
});

test("a way across the world takes a day at most, and one of unknown length an hour", () => {
  expect(travelMinutes(berlin, tokyo)).toBe(24 * 60);
  expect(travelMinutes(berlin, somewhere)).toBe(60);
  expect(travelMinutes(somewhere, somewhere)).toBe(0);
});

test("events that share a moment overlap, wherever they are", () => {
  const conflict = { kind: "overlap", minutesBetween: 0 };
  expect(conflictBetween(from("10:00", "14:00", berlin), from("13:59", "15:00", berlin))).toEqual(conflict);
  expect(conflictBetween(from("13:59", "15:00", munich), from("10:00", "14:00", berlin))).toEqual(conflict);
});

test("rule 6: back to back at one venue is no conflict", () => {
  expect(conflictBetween(from("10:00", "12:00", berlin), from("12:00", "14:00", berlin))).toBeNull();
});

test("too little time between two venues is a conflict that says how much there is", () => {
  const morning = from("08:00", "10:00", berlin);
  const conflict = { kind: "travel", minutesBetween: 65 };
  expect(conflictBetween(morning, from("11:05", "12:00", potsdam))).toEqual(conflict);
  expect(conflictBetween(from("11:05", "12:00", potsdam), morning)).toEqual(conflict);
  expect(conflictBetween(morning, from("11:06", "12:00", potsdam))).toBeNull();
});
