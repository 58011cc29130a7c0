import type { Role } from "@/commands/actor";
import { type Cell, notByAsker, type Permission } from "@/server/permissions";
import { type ActorName, cookieFor, isSignedOut, people, type PersonName } from "./actors";
import { type Answer, call } from "./call";
import type { Probe, Probes, Target } from "./probe";
import { lines } from "./log-lines";
import type { MatrixWorld } from "./world";

/** One thing that one actor tries. */
export interface Trial {
  readonly permission: Permission;
  readonly actor: ActorName;
  /** The record it names; null where there is none, `missing` for an id of nothing. */
  readonly target: Target | "missing" | null;
}

/** Every trial of a row by these actors. */
export function trialsOf(
  permission: Permission,
  probe: Probe,
  actors: readonly ActorName[],
): readonly Trial[] {
  const targets =
    probe.kind === "record"
      ? [...probe.targets, ...(probe.missing === null ? [] : (["missing"] as const))]
      : [null];
  return actors.flatMap((actor) => targets.map((target) => ({ permission, actor, target })));
}

/**
 * `OK`, `OK` with what a list holds, or the code of the refusal. A denial says whether the matrix itself denied it
 * or a rule about the record: each of the two must be seen to work without the other.
 */
export type Outcome = string;

const DENIED_BY_RULE = "FORBIDDEN by a rule";

/** What the matrix says about a trial. */
export function expectedOutcome(probe: Probe, cell: Cell, trial: Trial): Outcome {
  const { actor, permission, target } = trial;
  if (isSignedOut(actor)) return "SIGNED_OUT";
  if (cell === "deny") return "FORBIDDEN";
  switch (probe.kind) {
    case "free":
      return cell === "allow" ? "OK" : "nothing here belongs to anybody";
    case "self":
      return cell === "own" ? (probe.ends ?? "OK") : "everything here is the caller's own";
    case "list":
      return listed(cell === "allow" ? probe.all : (probe.own[actor as PersonName] ?? []));
    case "record":
      return expectedOfRecord(cell, permission, actor as PersonName, target);
    default:
      return neverProbe(probe);
  }
}

function neverProbe(probe: never): never {
  throw new Error(`unknown probe ${JSON.stringify(probe)}`);
}

function expectedOfRecord(
  cell: Cell,
  permission: Permission,
  actor: PersonName,
  target: Trial["target"],
): Outcome {
  if (target === "missing" || target === null) return "NOT_FOUND";
  if (cell === "own" && !target.owners.includes(actor)) return "NOT_FOUND";
  if (notByAsker.has(permission) && target.askedBy?.includes(actor)) return DENIED_BY_RULE;
  return target.ends ?? "OK";
}

function listed(ids: readonly string[]): Outcome {
  return `OK ${[...new Set(ids)].sort().join(" ")}`;
}

export interface Tried {
  readonly outcome: Outcome;
  /** Null where the probe asked in its own way. */
  readonly answer: Answer | null;
}

/** Carries a trial out in a transaction that is rolled back. */
export async function carryOut(world: MatrixWorld, probes: Probes, trial: Trial): Promise<Tried> {
  const probe: Probe = probes[trial.permission];
  if (probe.kind === "list" && probe.ask) {
    const heard = await probe.ask(trial.actor);
    return { outcome: Array.isArray(heard) ? listed(heard) : String(heard), answer: null };
  }
  lines.length = 0;
  const answer = await world.staged.rolledBack(() =>
    call(trial.permission, inputOf(probe, trial), cookieFor(trial.actor)),
  );
  return { outcome: outcomeOf(probe, answer), answer };
}

function inputOf(probe: Probe, { target }: Trial): unknown {
  if (probe.kind !== "record") return probe.input;
  return target === "missing" || target === null ? probe.missing : target.input;
}

function outcomeOf(probe: Probe, { data, error }: Answer): Outcome {
  if (error?.code === "FORBIDDEN" && lines.some((line) => line.includes('"denied by a rule"')))
    return DENIED_BY_RULE;
  if (error) return error.code;
  // Each probe knows the shape of its own procedure's answer.
  return probe.kind === "list" ? listed(probe.ids(data as never)) : "OK";
}

export function roleOf(actor: ActorName): Role | null {
  return actor === "anonymous" ? null : people[actor].role;
}
