import * as z from "zod";
import { catalog, type DomainEvent, type EventType, isEventType, type PayloadOf } from "./catalog";
import {
  type BaseEvent,
  type EventMetadata,
  envelopeSchema,
  schemaProblems,
  storedMetadataSchema,
} from "./envelope";
import { type UpcastSteps, upcasters } from "./upcasters";

/** A row of the log as it was read, before anything is trusted. */
export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  /** The schema version that the payload was written in. */
  readonly version: number;
  /** ISO 8601 UTC with milliseconds. */
  readonly timestamp: string;
  readonly correlationId: string;
  readonly source: string;
  readonly payload: unknown;
  readonly metadata?: unknown;
}

export type ReadEvent =
  | { readonly known: true; readonly event: DomainEvent }
  | {
      readonly known: false;
      /** The first two mean that newer code may know it: put it off. `malformed` stays malformed. */
      readonly reason: "unknown-type" | "newer-version" | "malformed";
      /** Paths and rules, never values. */
      readonly problems: readonly string[];
      readonly raw: StoredEvent;
    };

/**
 * A stored event in today's shape. What the code does not know or cannot read is handed back raw with the
 * reason, so that a screen can show it and a dispatcher can decide. Never throws.
 */
export function readStored(stored: StoredEvent): ReadEvent {
  const { type } = stored;
  if (!isEventType(type)) return unreadable(stored, "unknown-type", [`no type ${type}`]);
  const { version } = catalog[type];
  if (stored.version > version) {
    return unreadable(stored, "newer-version", [`version ${stored.version} where ${version} is known`]);
  }
  const lifted = upcast(stored.payload, stored.version, version, upcasters[type] ?? {});
  if (!lifted.ok) return unreadable(stored, "malformed", [lifted.problem]);
  return readAs(type, stored, lifted.payload);
}

/** Runs the steps from one version to another. A missing or throwing step is a problem, not an exception. */
export function upcast(
  payload: unknown,
  from: number,
  to: number,
  steps: UpcastSteps,
): { readonly ok: true; readonly payload: unknown } | { readonly ok: false; readonly problem: string } {
  if (!Number.isInteger(from) || from < 1)
    return { ok: false, problem: "a version is a whole number from 1" };
  let current = payload;
  for (let version = from; version < to; version += 1) {
    const step = steps[version];
    if (step === undefined) return { ok: false, problem: `no step from version ${version}` };
    try {
      current = step(current);
    } catch {
      return { ok: false, problem: `the step from version ${version} failed` };
    }
  }
  return { ok: true, payload: current };
}

function readAs<T extends EventType>(type: T, stored: StoredEvent, payload: unknown): ReadEvent {
  const { id, timestamp, correlationId, source } = stored;
  const head = envelopeSchema.safeParse({ id, type, timestamp, correlationId, source });
  const body = catalog[type].schema.safeParse(payload);
  const metadata = z.optional(storedMetadataSchema).safeParse(stored.metadata ?? undefined);
  if (head.success && body.success && metadata.success) {
    return { known: true, event: domainEvent(type, head.data, body.data, metadata.data) };
  }
  return unreadable(stored, "malformed", [
    ...(head.error ? schemaProblems(head.error) : []),
    ...(body.error ? schemaProblems(body.error).map((problem) => `payload.${problem}`) : []),
    ...(metadata.error ? schemaProblems(metadata.error).map((problem) => `metadata.${problem}`) : []),
  ]);
}

type Head = z.output<typeof envelopeSchema>;

/** The overload ties type and payload together; the body is the same for all of them. */
function domainEvent<T extends EventType>(
  type: T,
  head: Head,
  payload: PayloadOf<T>,
  metadata: EventMetadata | undefined,
): DomainEvent;
function domainEvent(
  type: string,
  head: Head,
  payload: unknown,
  metadata: EventMetadata | undefined,
): BaseEvent<string, unknown> {
  return metadata === undefined ? { ...head, type, payload } : { ...head, type, payload, metadata };
}

function unreadable(
  raw: StoredEvent,
  reason: "unknown-type" | "newer-version" | "malformed",
  problems: readonly string[],
): ReadEvent {
  return { known: false, reason, problems, raw };
}
