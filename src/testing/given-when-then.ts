import type { Actor } from "@/commands/actor";
import type { DecisionContext, Subject } from "@/commands/decider";
import { forbidden, notFound, Refusal } from "@/commands/errors";
import type { Fact } from "@/domain-events/catalog/fact";
import { uuidv7 } from "@/values/ids";

/** The pure half of a subject. */
export type Rules<Command extends { readonly type: string }, State, Outside> = Pick<
  Subject<Command, State, Outside, unknown>,
  "policy" | "decide" | "evolve" | "recordName"
>;

export interface Given<State, Outside> {
  readonly state: State;
  readonly outside: Outside;
  readonly context: DecisionContext;
}

/** What a command came to: facts and the state after them, or a refusal and the state as it was. */
export interface Outcome<State> {
  readonly facts: readonly Fact[];
  readonly state: State;
  readonly refusal: Refusal | null;
}

/** Runs policy, decide and evolve as `runCommand` does, without a database. Throws what is not a refusal. */
export function when<Command extends { readonly type: string }, State, Outside>(
  rules: Rules<Command, State, Outside>,
  { state, outside, context }: Given<State, Outside>,
  command: Command,
): Outcome<State> {
  try {
    const answer = rules.policy(context.actor, command, state);
    if (answer === "not-found") throw notFound(rules.recordName);
    if (answer !== "allow") throw answer === "deny" ? forbidden() : forbidden(answer.deny);
    const facts = rules.decide(command, state, outside, context);
    const origin = { command, outside, context };
    return {
      facts,
      state: facts.reduce((next, fact) => rules.evolve(next, fact, origin), state),
      refusal: null,
    };
  } catch (error) {
    if (error instanceof Refusal) return { facts: [], state, refusal: error };
    throw error;
  }
}

/** The rule that was named, or the code of a refusal without one, or "allowed". */
export function verdictOf({ refusal }: Outcome<unknown>): string {
  return refusal === null ? "allowed" : (refusal.details.rule ?? refusal.code);
}

/** A context whose ids count upwards, so that a test is the same on every run. */
export function contextOf(actor: Actor, now: string): DecisionContext {
  let made = 0;
  const newId = () => {
    made += 1;
    return uuidv7(Date.parse(now), new Uint8Array([0, 0, 0, 0, 0, 0, 0, made >> 16, made >> 8, made]));
  };
  return { actor, now, newId };
}
