import type * as z from "zod";
import { activityEvents } from "./activity";
import { bookingEvents } from "./booking";
import type { FieldClasses, Source } from "./define";
import { directoryEvents } from "./directory";
import {
  type BaseEvent,
  InvalidEventError,
  limitProblems,
  PAYLOAD_BYTES_MAX,
  schemaProblems,
} from "./envelope";
import { eventEvents } from "./event";
import { kitEvents } from "./kit";
import { locationEvents } from "./location";
import { staffEvents } from "./staff";
import { systemEvents } from "./system";

/** One per subject; retention and partitions go by category (event-catalogue.md). */
export const CATEGORIES = [
  "booking",
  "event",
  "activity",
  "staff",
  "kit",
  "location",
  "directory",
  "system",
] as const;

export type Category = (typeof CATEGORIES)[number];

const definitions = {
  ...bookingEvents,
  ...eventEvents,
  ...activityEvents,
  ...staffEvents,
  ...kitEvents,
  ...locationEvents,
  ...directoryEvents,
  ...systemEvents,
};

export type EventType = keyof typeof definitions;

interface Payloads extends Readonly<{ [T in EventType]: z.output<(typeof definitions)[T]["schema"]> }> {}

/** The payload of a type, exactly as event-schema.md writes it. */
export type PayloadOf<T extends EventType> = Payloads[T];

/** A domain event of one type, or of any: the union that narrows by `type`. */
export type DomainEvent<T extends EventType = EventType> = { [K in T]: BaseEvent<K, PayloadOf<K>> }[T];

/** All that the catalog says about one type. */
export interface EventDefinition<T extends EventType = EventType> {
  readonly type: T;
  readonly category: Category;
  /** The current schema version of the payload. */
  readonly version: number;
  /** True when event-schema.md does not name the type. */
  readonly extension: boolean;
  readonly schema: z.ZodType<PayloadOf<T>>;
  /** One sentence for the catalog page. */
  readonly meaning: string;
  /** Who emits it: `bookings.approve`, `workflow.generate-instances`. */
  readonly sources: readonly Source[];
  readonly classes: FieldClasses<PayloadOf<T>>;
  /** A payload with every optional field present. */
  readonly example: PayloadOf<T>;
}

/** Every type by name. */
export const catalog: { readonly [T in EventType]: EventDefinition<T> } = definitions;

/** True for a name that the catalog knows; inherited property names are not types. */
export function isEventType(type: string): type is EventType {
  return Object.hasOwn(definitions, type);
}

/** Every name of the catalog, seed types and extensions. */
export const eventTypes: readonly EventType[] = Object.keys(definitions).filter(isEventType);

/** The 35 names of event-schema.md. */
export const seedTypes: readonly EventType[] = eventTypes.filter((type) => !catalog[type].extension);

/** The category a type belongs to. */
export function categoryOf(type: EventType): Category {
  return catalog[type].category;
}

export type PayloadCheck<T extends EventType> =
  | { readonly ok: true; readonly payload: PayloadOf<T> }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Checks a payload against the limits of the envelope (64 KiB, depth, no NUL) and the schema of its type.
 * The problems name paths, never values.
 */
export function checkPayload<T extends EventType>(type: T, payload: unknown): PayloadCheck<T> {
  const beyondLimits = limitProblems(payload, PAYLOAD_BYTES_MAX);
  if (beyondLimits.length > 0) return { ok: false, problems: beyondLimits };
  const result = catalog[type].schema.safeParse(payload);
  return result.success
    ? { ok: true, payload: result.data }
    : { ok: false, problems: schemaProblems(result.error) };
}

/** The payload, typed. Throws `InvalidEventError` when it breaks a limit or its schema. */
export function parsePayload<T extends EventType>(type: T, payload: unknown): PayloadOf<T> {
  const checked = checkPayload(type, payload);
  if (!checked.ok) throw new InvalidEventError(`${type} payload`, checked.problems);
  return checked.payload;
}
