import type { Fact } from "@/domain-events/catalog/fact";
import type { Tx } from "@/db/database";
import type { Actor } from "./actor";

/** What `decide` is told instead of asking: who, when, and ids for what it makes. */
export interface DecisionContext {
  readonly actor: Actor;
  /** The transaction's one instant by the database's clock, ISO 8601 UTC with milliseconds. */
  readonly now: string;
  /** A fresh UUIDv7; derived from the causing fact when a reaction asks, so that a repeat finds its work done. */
  newId(): string;
}

/** Pure: the facts that follow, none when there is nothing left to do. Throws a `Refusal`. */
export type Decide<Command, State, Outside> = (
  command: Command,
  state: State,
  outside: Outside,
  context: DecisionContext,
) => readonly Fact[];

/**
 * Pure: the next state. The command and the outside facts stand beside the fact, since the contract's payloads
 * name what changed and not always to what (decision 0003).
 */
export type Evolve<Command, State, Outside> = (
  state: State,
  fact: Fact,
  origin: { readonly command: Command; readonly outside: Outside; readonly context: DecisionContext },
) => State;

/** `not-found` for records the actor may not know of; `deny`, with its own sentence where one helps, for acts that are not theirs. */
export type PolicyAnswer = "allow" | "not-found" | "deny" | { readonly deny: string };

/** Pure: may this actor issue this command on this state? */
export type Policy<Command, State> = (actor: Actor, command: Command, state: State) => PolicyAnswer;

/** What a subject hands to `runCommand`. */
export interface Subject<Command extends { readonly type: string }, State, Outside, Result> {
  /** The name in `source`: `bookings` makes `bookings.approve`. */
  readonly name: string;
  /** What a person calls its record, for "There is no such booking." */
  readonly recordName: string;
  readonly policy: Policy<Command, State>;
  readonly decide: Decide<Command, State, Outside>;
  readonly evolve: Evolve<Command, State, Outside>;
  /** Loads and locks the state, and the facts from elsewhere that the rule needs. */
  load(
    tx: Tx,
    command: Command,
    context: DecisionContext,
  ): Promise<{ readonly state: State; readonly outside: Outside }>;
  /** Saves what changed; the only writes of this subject. */
  save(
    tx: Tx,
    change: {
      readonly before: State;
      readonly after: State;
      readonly facts: readonly Fact[];
      readonly command: Command;
      readonly outside: Outside;
      readonly context: DecisionContext;
    },
  ): Promise<void>;
  /** What this fact is correlated by: the booking's id for all that hangs on a booking. */
  correlationId(state: State, command: Command, fact: Fact): string;
  /** The public view of the new state; plain JSON, kept as the answer to a repeated idempotency key. */
  result(state: State, command: Command): Result;
  /** A refusal for a named constraint that fired, the same that `decide` would have given. */
  readonly refusals?: Readonly<Record<string, (command: Command) => Error>>;
}
