import "server-only";
import { TRPCError } from "@trpc/server";
import type { Database } from "@/db/database";
import { processWide } from "@/db/process-wide";
import { openSlots } from "@/modules/staffing/queries/plan-slots";
import { log } from "@/server/log";
import { bestRoster, type Planned } from "./best-roster";
import { peopleFor, toProblem } from "./fits";
import {
  beginPlan,
  failPlan,
  noteProgress,
  type PlannedSeat,
  type PlanProgress,
  type PlanResult,
  settlePlan,
} from "./plans";
import { startSolver } from "./solver";
import type { RosterProblem } from "@/modules/staffing/plan/shapes";

/** Slots of one plan at most (security.md S-58). */
const SLOTS_MAX = 200;
/** Progress is written no more often than this. */
const NOTED_EVERY_MS = 500;

export interface ProposeOrder {
  readonly personId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly seconds: number;
  readonly idempotencyKey?: string | undefined;
}

/** Plans of one process are made one after the other: a second solver would only slow down the first. */
export interface PlanQueue {
  add(work: () => Promise<void>): void;
  /** Resolves when nothing waits any more, which only tests need. */
  idle(): Promise<void>;
}

export function planQueue(): PlanQueue {
  return processWide("plan-queue", () => {
    let last: Promise<void> = Promise.resolve();
    return {
      add: (work) => {
        last = last.then(work);
      },
      idle: () => last,
    };
  });
}

/**
 * Begins to plan; the answer comes at once, the roster is found in the background and told to nobody.
 * Throws `TOO_MANY_REQUESTS` while another plan of the same person is being made.
 */
export async function proposeRoster(
  database: Database,
  order: ProposeOrder,
): Promise<{ readonly planId: string }> {
  const begun = await beginPlan(database, order);
  if (!begun) {
    throw new TRPCError({
      code: "TOO_MANY_REQUESTS",
      message: "A plan of yours is being made already. Wait for it.",
    });
  }
  const { planId, isNew } = begun;
  if (isNew) planQueue().add(() => makePlan(database, planId, order));
  return { planId };
}

async function makePlan(database: Database, planId: string, order: ProposeOrder): Promise<void> {
  try {
    await solvePlan(database, planId, order);
  } catch (error) {
    log().error({ err: error, planId }, "a roster could not be planned");
    const failure = "Something went wrong on our side. Plan again.";
    await failPlan(database, planId, failure).catch(() => undefined);
  }
}

async function solvePlan(database: Database, planId: string, order: ProposeOrder): Promise<void> {
  const began = performance.now();
  const slots = await openSlots(database, { ...order, limit: SLOTS_MAX + 1 });
  if (slots.length > SLOTS_MAX) {
    return failPlan(database, planId, `More than ${SLOTS_MAX} slots are open in that time. Plan fewer days.`);
  }
  await noteProgress(database, planId, { slots: slots.length, stage: "fits" });
  const people = await peopleFor(database, slots);
  const problem = await toProblem(slots, people);
  const size = { slots: slots.length, people: people.candidates.length };
  const note = progressNoter(database, planId);
  const solver = startSolver(({ stage, value, bound }) => note({ ...size, stage, value, bound }));
  try {
    const planned = await bestRoster(problem, solver, order.seconds);
    await note.settled();
    const seconds = (performance.now() - began) / 1000;
    const progress: PlanProgress = { ...size, seconds, result: toResult(planned) };
    await settlePlan(database, planId, { progress, seats: seatsOf(problem, planned) });
  } finally {
    await solver.close();
  }
}

/** Writes what was told last, one write at a time; nothing that fails here may end the plan. */
function progressNoter(database: Database, planId: string) {
  let writing: Promise<void> = Promise.resolve();
  let notedAt = 0;
  const note = (progress: PlanProgress): void => {
    if (performance.now() - notedAt < NOTED_EVERY_MS) return;
    notedAt = performance.now();
    writing = noteProgress(database, planId, progress).catch((error: unknown) =>
      log().warn({ err: error, planId }, "progress of a plan was not written"),
    );
  };
  return Object.assign(note, { settled: () => writing });
}

function toResult({ by, value, bound, gap, greedy }: Planned): PlanResult {
  return {
    by,
    filled: value.filled,
    score: value.score,
    filledBound: bound?.filled ?? null,
    scoreBound: bound?.score ?? null,
    gap,
    greedyFilled: greedy.filled,
    greedyScore: greedy.score,
  };
}

/** Each slot with whoever gets it; slots of one group are given out in their order. */
function seatsOf({ groups, choices }: RosterProblem, { roster }: Planned): readonly PlannedSeat[] {
  return groups.flatMap(({ slots }, group) => {
    const people = roster.flatMap((place) => {
      const choice = choices[place];
      return choice?.group === group ? [choice.person] : [];
    });
    return slots.map(({ slotId }, seat) => ({ slotId, userId: people[seat] ?? null }));
  });
}
