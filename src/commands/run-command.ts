import "server-only";
import type { Database, Tx } from "@/db/database";
import { constraintViolation, isTransient } from "@/db/errors";
import type { Fact } from "@/domain-events/catalog/fact";
import type { EventMetadata } from "@/domain-events/catalog/envelope";
import { wake } from "@/domain-events/dispatch/wake";
import { appendEvents, type NewEvent } from "@/domain-events/log/append";
import { derivedId } from "@/values/derived-id";
import { actorId, actorRole, type Actor } from "./actor";
import type { DecisionContext, Subject } from "./decider";
import { forbidden, notFound } from "./errors";
import { newId } from "./new-id";
import { bodyHash, claimReceipt, readClock, settleReceipt } from "./receipts";

/** The fact that made a handler issue this command. */
export interface Cause {
  readonly eventId: string;
  /** Causes above that fact; a chain deeper than 16 is refused by the append. */
  readonly depth: number;
  /** What the facts name as their source: "workflow.generate-instances". */
  readonly source: string;
  /** Tells two commands of one reaction apart, so that each derives its own ids: "hold:<event id>". */
  readonly step: string;
}

/** Who wishes, through which request. */
export interface CommandOrigin {
  readonly actor: Actor;
  readonly requestId?: string;
  /** Chosen by the caller. Same key and body: the first answer again. Same key, other body: a conflict. */
  readonly idempotencyKey?: string;
  readonly cause?: Cause;
}

export interface CommandAnswer<Result> {
  readonly result: Result;
  readonly eventIds: readonly string[];
  /** True when an earlier request with the same key did the work. */
  readonly repeated: boolean;
}

const TRANSIENT_TRIES = 3;

/**
 * The only way state changes: state, facts and deliveries commit together or not at all, then the dispatcher
 * is woken.
 *
 * Throws a `Refusal`; an error of the database when the outcome is unknown (`isConnectionLost`), in which case
 * the same idempotency key finds out.
 */
export async function runCommand<Command extends { readonly type: string }, State, Outside, Result>(
  database: Database,
  subject: Subject<Command, State, Outside, Result>,
  command: Command,
  origin: CommandOrigin,
): Promise<CommandAnswer<Result>> {
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await database.transaction((tx) => joinCommand(tx, subject, command, origin), {
        keepsPlans: true,
      });
      if (answer.eventIds.length > 0 && !answer.repeated) wake();
      return answer;
    } catch (error) {
      if (isTransient(error) && tries < TRANSIENT_TRIES) continue;
      throw explained(subject, command, error);
    }
  }
}

/**
 * The same inside an open transaction: how a reaction's command commits together with its delivery.
 * The caller wakes the dispatcher after its commit.
 */
export async function joinCommand<Command extends { readonly type: string }, State, Outside, Result>(
  tx: Tx,
  subject: Subject<Command, State, Outside, Result>,
  command: Command,
  origin: CommandOrigin,
): Promise<CommandAnswer<Result>> {
  const { idempotencyKey } = origin;
  if (idempotencyKey === undefined) {
    const { answer, write } = await prepare(tx, subject, command, origin, await readClock(tx));
    await allWritten(write());
    return { ...answer, repeated: false };
  }
  const key = { idempotencyKey, actorId: actorId(origin.actor) };
  const source = `${subject.name}.${kebab(command.type)}`;
  const claim = await claimReceipt(tx, { ...key, command: source, bodyHash: bodyHash(source, command) });
  if (claim.answer) {
    // The stored answer is what this same subject returned for this same command, so its shape is known.
    const result = claim.answer.result as Result;
    return { result, eventIds: claim.answer.eventIds, repeated: true };
  }
  const { answer, write } = await prepare(tx, subject, command, origin, claim.now);
  await allWritten([...write(), settleReceipt(tx, key, answer)]);
  return { ...answer, repeated: false };
}

/**
 * Waits for every one of them, also when one fails: the transaction must not end while a store is still about to
 * send a statement, which would then run, and stay, outside of it. Throws the first error.
 */
async function allWritten(writes: readonly Promise<unknown>[]): Promise<void> {
  const ended = await Promise.allSettled(writes);
  const failed = ended.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
}

/** What a command comes to, before anything of it is written. */
interface Prepared<Result> {
  readonly answer: { readonly result: Result; readonly eventIds: readonly string[] };
  /** Sends every statement without waiting; the transaction stands or falls with all of them. */
  write(): Promise<unknown>[];
}

async function prepare<Command extends { readonly type: string }, State, Outside, Result>(
  tx: Tx,
  subject: Subject<Command, State, Outside, Result>,
  command: Command,
  origin: CommandOrigin,
  now: string,
): Promise<Prepared<Result>> {
  const context: DecisionContext = { actor: origin.actor, now, newId: idSource(origin.cause) };
  const { state, outside } = await subject.load(tx, command, context);
  const answer = subject.policy(origin.actor, command, state);
  if (answer === "not-found") throw notFound(subject.recordName);
  if (answer !== "allow") throw answer === "deny" ? forbidden() : forbidden(answer.deny);

  const facts = subject.decide(command, state, outside, context);
  if (facts.length === 0) {
    return { answer: { result: subject.result(state, command), eventIds: [] }, write: () => [] };
  }
  const after = facts.reduce(
    (next, fact) => subject.evolve(next, fact, { command, outside, context }),
    state,
  );
  const events = facts.map((fact) =>
    envelope(fact, {
      correlationId: subject.correlationId(after, command, fact),
      source: origin.cause?.source ?? `${subject.name}.${kebab(command.type)}`,
      origin,
    }),
  );
  return {
    answer: { result: subject.result(after, command), eventIds: events.map((event) => event.id) },
    write: () => [
      subject.save(tx, { before: state, after, facts, command, outside, context }),
      appendEvents(tx, events),
    ],
  };
}

/** `request-changes` of `requestChanges`, as sources are spelled. */
function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Ids of records. A reaction's follow from its cause, so that a repeat finds its work done. */
function idSource(cause: Cause | undefined): () => string {
  if (!cause) return newId;
  let made = 0;
  return () => derivedId(cause.eventId, `${cause.step}:${made++}`);
}

function envelope(
  fact: Fact,
  given: {
    readonly correlationId: string;
    readonly source: string;
    readonly origin: CommandOrigin;
  },
): NewEvent {
  const { actor, requestId, idempotencyKey, cause } = given.origin;
  const metadata: EventMetadata = {
    ...fact.metadata,
    userId: actorId(actor),
    actorRole: actorRole(actor),
    version: "1",
    ...(requestId !== undefined && { requestId }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(cause && { causationId: cause.eventId }),
  };
  return {
    // Always fresh: the log ignores an id it has, and a replay that found new work would change state alone.
    id: newId(),
    fact,
    correlationId: given.correlationId,
    source: given.source,
    metadata,
    depth: cause ? cause.depth + 1 : 0,
  };
}

/** A constraint that fired is the same refusal that `decide` would have given, had it known. */
function explained<Command extends { readonly type: string }, State, Outside, Result>(
  subject: Subject<Command, State, Outside, Result>,
  command: Command,
  error: unknown,
): unknown {
  const violation = constraintViolation(error);
  return (violation && subject.refusals?.[violation.constraint]?.(command)) ?? error;
}
