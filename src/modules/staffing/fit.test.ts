import { expect, test } from "vitest";
import { clientId, testId } from "@/testing/builders/actors";
import { candidate, commitment, shift } from "@/testing/builders/candidates";
import { assessFit, byFit, cheapestRates, isRuledOut } from "./fit";
import type { Candidate, Shift } from "./fit/shapes";

const now = "2035-10-01T12:00:00.000Z";
const fitOf = (changes: Partial<Candidate> = {}, of: Partial<Shift> = {}) =>
  assessFit(candidate(changes), shift(of), { now });
const sentences = (changes: Partial<Candidate> = {}, of: Partial<Shift> = {}) =>
  fitOf(changes, of).blockers.map(({ sentence }) => sentence);

test("nothing stands against somebody who is free, can do it and has no other shift", () => {
  expect(fitOf()).toMatchObject({ blockers: [], warnings: [] });
});

test("whoever is not active or not wanted by the client is ruled out", () => {
  const fit = fitOf({ isActive: false, preference: "blocked" });
  expect(fit.blockers).toEqual([
    { kind: "inactive", sentence: "Ada is not active.", cause: { kind: "profile" }, isOverridable: false },
    {
      kind: "client",
      sentence: "The client does not want them.",
      cause: { kind: "client", clientId },
      isOverridable: false,
    },
  ]);
  expect(isRuledOut(fit)).toBe(true);
});

test("the role counts however it is spelled, and only while it holds on the day of the shift", () => {
  const host = (validFrom: string | null, validUntil: string | null) => ({
    skills: [{ role: " host", validFrom, validUntil }],
  });
  expect(sentences(host(null, "2035-10-10"))).toEqual([]);
  expect(sentences(host("2035-10-10", null))).toEqual([]);
  expect(sentences(host(null, "2035-10-09"))).toEqual(["Not cleared as Host on this day: until 2035-10-09."]);
  expect(sentences(host("2035-10-11", null))).toEqual(["Not cleared as Host on this day: from 2035-10-11."]);
  expect(sentences({ skills: [] })).toEqual(["Does not work as Host."]);
});

test("a paper has to hold on every date of the venue that the shift touches", () => {
  const driving = {
    role: "Driver",
    startsAt: "2035-10-11T02:00:00.000Z",
    endsAt: "2035-10-11T06:00:00.000Z",
  };
  const driver = (validUntil: string | null) => ({
    skills: [{ role: "Driver", validFrom: null, validUntil: null }],
    papers: [{ kind: "Driving license", validFrom: null, validUntil }],
  });
  expect(sentences(driver(null), driving)).toEqual([]);
  expect(sentences(driver("2035-10-10"), driving)).toEqual([
    "Driving license does not hold on this day: until 2035-10-10.",
  ]);
  expect(sentences({ ...driver(null), papers: [] }, driving)).toEqual(["No driving license on file."]);
  const ending = fitOf(driver("2035-10-11"), driving);
  expect(ending.blockers).toEqual([]);
  expect(ending.warnings).toEqual([
    {
      kind: "paper",
      sentence: "Driving license ends on 2035-10-11.",
      cause: { kind: "paper", paper: "Driving license", validUntil: "2035-10-11" },
    },
  ]);
  // Until midnight is not the next day.
  const untilMidnight = { ...driving, endsAt: "2035-10-11T04:00:00.000Z" };
  expect(sentences(driver("2035-10-10"), untilMidnight)).toEqual([]);
});

test("an overlap with another event rules out; another role at the same event does not", () => {
  const other = commitment({ startsAt: "2035-10-10T17:59:00.000Z" });
  const fit = fitOf({ commitments: [other] });
  expect(fit.blockers).toEqual([
    {
      kind: "overlap",
      sentence: "Is at EV-221 Winter market at that time.",
      cause: { kind: "assignment", assignmentId: other.assignmentId, eventId: other.eventId },
      isOverridable: false,
    },
  ]);
  expect(fitOf({ commitments: [{ ...other, eventId: testId(7, 1) }] }).blockers).toEqual([]);
  // Back to back is no overlap (domain.md rule 6).
  expect(fitOf({ commitments: [commitment()] }).blockers).toEqual([]);
});

test("better candidates come first, ruled out ones last; equal ones by name", () => {
  const ranked = [
    { name: "Out", fit: fitOf({ isActive: false, preference: "preferred" }) },
    { name: "Off", fit: fitOf({ weekly: [], preference: "preferred" }) },
    { name: "Bo", fit: fitOf() },
    { name: "Al", fit: fitOf() },
    { name: "Liked", fit: fitOf({ preference: "preferred" }) },
  ].sort(byFit);
  expect(ranked.map(({ name }) => name)).toEqual(["Liked", "Al", "Bo", "Off", "Out"]);
});

test("the score is the sum of reasons, a hundred at most, and cost is measured by the cheapest", () => {
  const best = candidate({
    home: shift().position,
    preference: "preferred",
    pay: { rate: 20, currency: "USD" },
    past: Array.from({ length: 2000 }, (_, index) => ({
      assignmentId: testId(8, index),
      outcome: "kept" as const,
      at: now,
    })),
  });
  const dear = candidate({ pay: { rate: 40, currency: "USD" } });
  const cheapest = cheapestRates([best, dear, candidate({ pay: { rate: 10, currency: "EUR" } })]);
  expect(assessFit(best, shift(), { now, cheapest }).score).toBeCloseTo(100, 1);
  expect(assessFit(dear, shift(), { now, cheapest }).reasons).toContainEqual({
    kind: "cost",
    sentence: "40.00 USD an hour, 160.00 USD for the shift.",
    cause: { kind: "profile" },
    points: 5,
  });
});

test("who lives far away earns nothing for the way and is warned of", () => {
  const boston = { latitude: 42.3601, longitude: -71.0589 };
  const fit = fitOf({ home: boston });
  expect(fit.warnings).toEqual([
    { kind: "distance", sentence: "Lives 302 km away.", cause: { kind: "profile" } },
  ]);
  expect(fit.reasons).toContainEqual(
    expect.objectContaining({ kind: "distance", points: 0, sentence: "302 km from home, about 6 h 33 min." }),
  );
});
