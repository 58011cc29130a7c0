import "server-only";
import { greedyRoster } from "@/modules/staffing/plan/greedy";
import { isBetter, missedRows, type RosterValue, valueOf } from "@/modules/staffing/plan/roster";
import { rowsOf } from "@/modules/staffing/plan/rows";
import type { Roster, RosterProblem, Row } from "@/modules/staffing/plan/shapes";
import { log } from "@/server/log";
import type { Solver } from "./solver";
import { inTurns } from "./turns";

/** What the planner came to. */
export interface Planned {
  readonly roster: Roster;
  readonly by: "solver" | "greedy";
  readonly value: RosterValue;
  /** No roster fills more, and none that fills as many fits better; null where nothing was proven. */
  readonly bound: RosterValue | null;
  /** How much better another roster could still be, 0 to 1; null where nothing was proven. */
  readonly gap: number | null;
  /** What choosing without looking back comes to. */
  readonly greedy: RosterValue;
}

/** Times that the solver is asked again after its roster broke a rule that the rows did not say. */
const ROUNDS_MAX = 6;

/**
 * The best roster that is found within the time; the one without looking back where the solver fails or finds none
 * that keeps all rules. Nothing it returns breaks a rule of fit.
 */
export async function bestRoster(problem: RosterProblem, solver: Solver, seconds: number): Promise<Planned> {
  const greedy = await inTurns(greedyRoster(problem));
  const byGreedy: Planned = {
    roster: greedy,
    by: "greedy",
    value: valueOf(problem, greedy),
    bound: null,
    gap: null,
    greedy: valueOf(problem, greedy),
  };
  if (problem.choices.length === 0) return { ...byGreedy, bound: byGreedy.value, gap: 0 };
  const bySolver = await solved(problem, solver, { seconds, byGreedy }).catch((error: unknown) => {
    log().warn({ err: error }, "the solver failed, the roster is the one made slot by slot");
    return null;
  });
  return bySolver ?? byGreedy;
}

async function solved(
  problem: RosterProblem,
  solver: Solver,
  { seconds, byGreedy }: { readonly seconds: number; readonly byGreedy: Planned },
): Promise<Planned | null> {
  const until = performance.now() + seconds * 1000;
  const scores = problem.choices.map(({ score }) => score);
  let rows: readonly Row[] = await inTurns(rowsOf(problem));
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const left = (until - performance.now()) / 1000;
    if (left <= 0) return null;
    const { seats, fit } = await solver.solve({ scores, rows, start: byGreedy.roster, seconds: left });
    const missed = missedRows(problem, fit.taken);
    if (missed.length === 0) {
      return judged(
        problem,
        fit.taken,
        { filled: Math.floor(seats.bound + 1e-6), score: fit.bound },
        byGreedy,
      );
    }
    rows = [...rows, ...missed];
  }
  return null;
}

function judged(problem: RosterProblem, roster: Roster, bound: RosterValue, byGreedy: Planned): Planned {
  const value = valueOf(problem, roster);
  const best = isBetter(byGreedy.value, value)
    ? byGreedy
    : { ...byGreedy, roster, value, by: "solver" as const };
  return { ...best, bound, gap: gapOf(best.value, bound) };
}

/** The wider of both: of filled slots, and of the fit of those. */
function gapOf(value: RosterValue, bound: RosterValue): number {
  const part = (reached: number, possible: number) =>
    possible <= 0 ? 0 : Math.max(0, 1 - reached / possible);
  return Math.max(part(value.filled, bound.filled), part(value.score, bound.score));
}
