import * as z from "zod";
import { id, moment, text } from "./fields";

/** Limits of event-catalogue.md, Envelope. Bytes are those of the JSON text in UTF-8. */
export const PAYLOAD_BYTES_MAX = 64 * 1024;
export const METADATA_BYTES_MAX = 4 * 1024;

/** Levels of lists and objects inside one another; the deepest payload of the catalog has three. */
export const JSON_DEPTH_MAX = 8;

/** The part of the metadata that a decider may set. */
const factMetadataShape = {
  /** When a person pushed through a warning: why, who, and what the warning said. */
  override: z
    .strictObject({
      reason: text,
      by: id,
      snapshot: z.unknown().refine((snapshot) => snapshot !== undefined, "A snapshot is required."),
    })
    .exactOptional(),
  /** What the phone's clock said; shown, never trusted. */
  deviceTime: moment.exactOptional(),
  locationSource: z.enum(["device", "venue"]).exactOptional(),
  /** Unpaid minutes that `hoursWorked` leaves out. */
  breakMinutes: z.number().min(0).max(10_000).exactOptional(),
  /** True when this fact restates an earlier one. */
  corrected: z.boolean().exactOptional(),
  /** The full RFC 5545 rule behind a recurrence. */
  rrule: z.string().max(2000).exactOptional(),
};

const metadataShape = {
  /** The person behind the fact, or `system`. */
  userId: id.exactOptional(),
  actorRole: z.string().min(1).max(60).exactOptional(),
  requestId: z.string().min(1).max(128).exactOptional(),
  /** Schema version of the payload, `"1"` first. */
  version: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .exactOptional(),
  /** The id of the fact that caused this one. */
  causationId: z.uuidv7().exactOptional(),
  idempotencyKey: z.string().min(1).max(300).exactOptional(),
  ...factMetadataShape,
  /** True on a new run of the same fact that an operator asked for. */
  replay: z.boolean().exactOptional(),
};

const metadataSchema = z.strictObject(metadataShape);

/** The metadata allow-list of event-catalogue.md. */
export type EventMetadata = z.output<typeof metadataSchema>;

const factMetadataSchema = z.strictObject(factMetadataShape);

/** The metadata keys that a decider may set; the server sets all others. */
export type FactMetadata = z.output<typeof factMetadataSchema>;

/** The envelope of event-schema.md, for one type and its payload. */
export interface BaseEvent<Type extends string, Payload> {
  /** UUIDv7, made by the server. */
  readonly id: string;
  readonly type: Type;
  /** ISO 8601 UTC with milliseconds: when it was appended, by the database's clock. */
  readonly timestamp: string;
  /** The booking's id for all that hangs on a booking, otherwise the record's own. */
  readonly correlationId: string;
  /** `<subject>.<command>` or `<handler>.<reaction>`. */
  readonly source: string;
  readonly payload: Payload;
  readonly metadata?: EventMetadata;
}

const envelopeShape = {
  id: z.uuidv7(),
  type: z.string().min(1).max(100),
  timestamp: z.iso.datetime({ precision: 3 }),
  correlationId: id,
  source: z
    .string()
    .max(120)
    .regex(/^[a-z][a-z0-9-]*\.[a-z][A-Za-z0-9-]*$/),
};

/** All of an envelope but payload and metadata, which have limits and schemas of their own. */
export const envelopeSchema = z.strictObject(envelopeShape);

const newEnvelopeSchema = envelopeSchema.omit({ timestamp: true });

export type NewEnvelope = z.output<typeof newEnvelopeSchema>;

/**
 * Metadata as it is read back: keys that a newer release may have added are dropped instead of refused,
 * so that an older process can still handle the fact during a rolling start.
 */
export const storedMetadataSchema = z.object(metadataShape);

/** Refusal of an event that breaks the contract. Problems name paths and rules, never values. */
export class InvalidEventError extends Error {
  readonly problems: readonly string[];

  constructor(what: string, problems: readonly string[]) {
    super(`Invalid ${what}: ${problems.join("; ")}`);
    this.name = "InvalidEventError";
    this.problems = problems;
  }
}

/** The issues of a failed parse as `path: rule`. */
export function schemaProblems(error: z.ZodError): readonly string[] {
  return error.issues.map((issue) => `${issue.path.map(String).join(".") || "(root)"}: ${issue.message}`);
}

/** Strict metadata of at most 4 KiB. Throws `InvalidEventError`. */
export function parseMetadata(metadata: unknown): EventMetadata {
  return parseLimited(metadataSchema, metadata, "metadata");
}

/** The metadata that a decider set, of at most 4 KiB. Throws `InvalidEventError`. */
export function parseFactMetadata(metadata: unknown): FactMetadata {
  return parseLimited(factMetadataSchema, metadata, "fact metadata");
}

/** Id, type, correlation and source of a fact to append; the timestamp is the database's. Throws `InvalidEventError`. */
export function parseNewEnvelope(envelope: unknown): NewEnvelope {
  return parseLimited(newEnvelopeSchema, envelope, "envelope");
}

function parseLimited<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const beyondLimits = limitProblems(value, METADATA_BYTES_MAX);
  if (beyondLimits.length > 0) throw new InvalidEventError(what, beyondLimits);
  const result = schema.safeParse(value);
  if (!result.success) throw new InvalidEventError(what, schemaProblems(result.error));
  return result.data;
}

/**
 * Why a value cannot be stored whatever its schema says: not plain JSON, too deep, too large, or with a
 * character that Postgres refuses in `jsonb` (NUL, half a surrogate pair). Empty when it can.
 */
export function limitProblems(value: unknown, bytesMax: number): readonly string[] {
  const problem = jsonProblem(value, 0);
  if (problem !== undefined) return [problem];
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  return bytes > bytesMax ? [`${bytes} bytes where at most ${bytesMax} are allowed`] : [];
}

const UNPAIRED_SURROGATE = /\p{Surrogate}/u;

function textProblem(value: string): string | undefined {
  if (value.includes("\u0000")) return "a NUL character is not allowed";
  if (UNPAIRED_SURROGATE.test(value)) return "half a surrogate pair is not allowed";
  return undefined;
}

function jsonProblem(value: unknown, depth: number): string | undefined {
  if (value === null || typeof value === "boolean") return undefined;
  if (typeof value === "string") return textProblem(value);
  if (typeof value === "number") return Number.isFinite(value) ? undefined : "a number must be finite";
  if (typeof value !== "object") return `${typeof value} is not JSON`;
  if (depth >= JSON_DEPTH_MAX) return `nested deeper than ${JSON_DEPTH_MAX} levels`;
  return Array.isArray(value) ? listProblem(value, depth) : objectProblem(value, depth);
}

function listProblem(list: readonly unknown[], depth: number): string | undefined {
  for (const element of list) {
    const problem = jsonProblem(element, depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function objectProblem(object: object, depth: number): string | undefined {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) return "only plain objects are JSON";
  for (const [key, value] of Object.entries(object)) {
    if (key === "__proto__") return "the key __proto__ is not allowed";
    const problem = textProblem(key) ?? jsonProblem(value, depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
