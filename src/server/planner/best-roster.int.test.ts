import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  asCommitment,
  groupsOf,
  isAllowed,
  isBetter,
  type RosterValue,
  valueOf,
} from "@/modules/staffing/plan/roster";
import type { Roster, RosterProblem } from "@/modules/staffing/plan/shapes";
import { testId } from "@/testing/builders/actors";
import { planSlot, rosterProblem, type SlotTime } from "@/testing/builders/rosters";
import { bestRoster } from "./best-roster";
import { type Solver, startSolver } from "./solver";

let solver: Solver;
beforeAll(() => {
  solver = startSolver(() => undefined);
});
afterAll(() => solver.close());

const planned = (problem: RosterProblem) => bestRoster(problem, solver, 10);

function keepsAllRules(problem: RosterProblem, roster: Roster): boolean {
  const seats = problem.groups.map((_, group) =>
    roster.filter((place) => problem.choices[place]?.group === group),
  );
  const fits = seats.every((taken, group) => taken.length <= (problem.groups[group]?.slots.length ?? 0));
  return fits && [...groupsOf(problem, roster)].every(([person, taken]) => isAllowed(problem, person, taken));
}

/** Every subset of the choices, with no knowledge of rows. */
function byBruteForce(problem: RosterProblem): RosterValue {
  let best: RosterValue = { filled: 0, score: 0 };
  const extend = (place: number, roster: Roster): void => {
    if (place === problem.choices.length) {
      const value = valueOf(problem, roster);
      if (isBetter(value, best)) best = value;
      return;
    }
    extend(place + 1, roster);
    const more = [...roster, place];
    if (keepsAllRules(problem, more)) extend(place + 1, more);
  };
  extend(0, []);
  return best;
}

const time: fc.Arbitrary<Omit<SlotTime, "event">> = fc.record({
  day: fc.integer({ min: 10, max: 12 }),
  hour: fc.integer({ min: 0, max: 23 }),
  hours: fc.integer({ min: 2, max: 9 }),
});
/** Four events with a slot or two, three people. */
const small = fc
  .record({
    times: fc.array(time, { minLength: 2, maxLength: 4 }),
    doubled: fc.boolean(),
    scores: fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 100 })), { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 3,
    }),
  })
  .map(({ times, doubled, scores }) => {
    const slots = times.map((one, event) => ({ ...one, event }));
    return rosterProblem(doubled ? [...slots, ...slots.slice(0, 1)] : slots, scores);
  });

test("the roster is the best there is, as trying every one of them shows", async () => {
  await fc.assert(
    fc.asyncProperty(small, async (problem) => {
      const { roster, value, gap } = await planned(problem);
      expect(keepsAllRules(problem, roster)).toBe(true);
      const best = byBruteForce(problem);
      expect(value.filled).toBe(best.filled);
      expect(value.score).toBeCloseTo(best.score, 1);
      expect(gap).toBeLessThan(0.001);
    }),
    { numRuns: 60 },
  );
});

test("more filled slots come before a better fit", async () => {
  const at = (event: number, hour: number) => ({ day: 10, hour, hours: 6, event });
  // Only the first could do the second slot, and would be better for the first one.
  const problem = rosterProblem(
    [at(1, 10), at(2, 17)],
    [
      [100, 100],
      [1, null],
    ],
  );
  const { value } = await planned(problem);
  expect(value).toEqual({ filled: 2, score: 101 });
});

test("looking back fills what choosing at once leaves open", async () => {
  const at = (event: number, hour: number) => ({ day: 10, hour, hours: 4, event });
  const problem = rosterProblem(
    [at(1, 10), at(2, 10), at(3, 11)],
    [
      [90, 80, null],
      [95, null, 80],
      [null, 10, 90],
    ],
  );
  const { value, greedy } = await planned(problem);
  expect(value.filled).toBe(3);
  expect(isBetter(greedy, value)).toBe(false);
});

test("what somebody has taken counts: they are not planned over their week", async () => {
  const days = [10, 11, 12, 13, 14];
  const times = days.map((day) => ({ day, hour: 10, hours: 9, event: day }));
  const before = [8, 9].map((day) => asCommitment(planSlot({ day, hour: 10, hours: 9, event: day }, day)));
  const problem = rosterProblem(times, [days.map(() => 50)], new Map([[testId(2, 100), before]]));
  // Five nights of nine hours make 45 of 48; two are taken.
  expect((await planned(problem)).value.filled).toBe(3);
});

test("three shifts that break a rule only together are not planned together", async () => {
  const at = (event: number, hour: number, hours: number) => ({ day: 10, hour, hours, event });
  const times = [at(3, 6, 4), at(6, 10, 4), at(9, 14, 4)];
  const problem = rosterProblem(times, [[50, 40, 30]]);
  // Two make eight hours of ten, three would make twelve.
  const { value } = await planned(problem);
  expect(value).toEqual({ filled: 2, score: 90 });
});

test("without a solver the roster is the one without looking back, and nothing is proven", async () => {
  const broken: Solver = {
    solve: () => Promise.reject(new Error("no solver")),
    close: async () => undefined,
  };
  const problem = rosterProblem([{ day: 10, hour: 10, hours: 4, event: 1 }], [[50]]);
  expect(await bestRoster(problem, broken, 1)).toMatchObject({
    by: "greedy",
    value: { filled: 1, score: 50 },
    bound: null,
    gap: null,
  });
});
