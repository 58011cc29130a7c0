import "server-only";
import type { Tx } from "@/db/database";
import {
  catalog,
  type DomainEvent,
  type EventType,
  type PayloadOf,
  parsePayload,
} from "@/domain-events/catalog/catalog";
import { entityIdsOf } from "@/domain-events/catalog/entity-ids";
import {
  type BaseEvent,
  type EventMetadata,
  type NewEnvelope,
  parseMetadata,
  parseNewEnvelope,
} from "@/domain-events/catalog/envelope";
import type { Fact } from "@/domain-events/catalog/fact";
import { retentionPolicy } from "@/domain-events/retention/policy";
import { type AppendRow, appendManyStatement, appendOneStatement } from "./append-statements";
import { rememberFact } from "./recent-facts";

/** Causes above a fact at most (event-catalogue.md, Routing). */
export const CAUSATION_DEPTH_MAX = 16;

/** A fact on its way into the log; its time and position are the database's. */
export interface NewEvent {
  /** UUIDv7. The same id a second time is ignored, with its deliveries. */
  readonly id: string;
  readonly fact: Fact;
  readonly correlationId: string;
  readonly source: string;
  readonly metadata: EventMetadata;
  /** Causes above it; 0 for what a person did. */
  readonly depth: number;
}

/** A chain of reactions that feeds itself. Trying again cannot help: the delivery that caused it is dead at once. */
export class CausationTooDeepError extends Error {
  readonly permanent = true;

  constructor(type: string) {
    super(`${type} would have more than ${CAUSATION_DEPTH_MAX} causes above it`);
    this.name = "CausationTooDeepError";
  }
}

const appending = new WeakSet<Tx>();

/** True when facts were added through this transaction: whoever commits it wakes the dispatcher. */
export function hasAppended(tx: Tx): boolean {
  return appending.has(tx);
}

interface LoggedRow {
  readonly id: string;
  readonly recorded_at: Date;
}

/**
 * Adds the facts and one delivery per subscribed handler to the open transaction, in one statement.
 *
 * Facts of one correlation get their positions in the order of their commits: the statement holds an advisory
 * lock on each correlation until the transaction ends. Resolves to the facts that are new, in their order; one
 * whose id the log already has is left out. Throws `InvalidEventError` for a payload, an envelope or metadata
 * that breaks the contract (event-catalogue.md), `CausationTooDeepError` past 16 causes; nothing is written then.
 * The caller wakes the dispatcher after its commit.
 */
export async function appendEvents(tx: Tx, events: readonly NewEvent[]): Promise<readonly DomainEvent[]> {
  const prepared = events.map(prepareEvent);
  const [only, ...others] = prepared.map((one) => one.row);
  if (!only) return [];
  const rows = await tx.query<LoggedRow>(
    others.length === 0 ? appendOneStatement(only) : appendManyStatement([only, ...others]),
  );
  appending.add(tx);
  const times = new Map(rows.map((row) => [row.id, row.recorded_at.toISOString()]));
  return prepared.flatMap(({ row, envelope, payload, metadata }) => {
    const timestamp = times.get(envelope.id);
    if (timestamp === undefined) return [];
    const event = logged(envelope, payload, metadata, timestamp);
    rememberFact(event, row.depth);
    return [event];
  });
}

function prepareEvent({ fact, depth, ...event }: NewEvent) {
  const { type } = fact;
  if (depth > CAUSATION_DEPTH_MAX) throw new CausationTooDeepError(type);
  const { version, category } = catalog[type];
  const envelope = parseNewEnvelope({
    id: event.id,
    type,
    correlationId: event.correlationId,
    source: event.source,
  });
  const payload = parsePayload(type, fact.payload);
  const metadata = parseMetadata({ ...event.metadata, version: String(version) });
  const row: AppendRow = {
    ...envelope,
    category,
    payload,
    metadata,
    version,
    depth,
    years: retentionPolicy[category].yearsKept,
    entities: entityIdsOf(payload),
  };
  return { row, envelope, payload, metadata };
}

/** The payload was parsed as that of the envelope's type, which ties the two together. */
function logged<T extends EventType>(
  envelope: NewEnvelope,
  payload: PayloadOf<T>,
  metadata: EventMetadata,
  timestamp: string,
): DomainEvent;
function logged(
  envelope: NewEnvelope,
  payload: unknown,
  metadata: EventMetadata,
  timestamp: string,
): BaseEvent<string, unknown> {
  return { ...envelope, timestamp, payload, metadata };
}
