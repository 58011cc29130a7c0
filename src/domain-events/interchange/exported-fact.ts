import { type Category, catalog, isEventType } from "@/domain-events/catalog/catalog";
import { MASK, maskPersonalMetadata, maskPersonalPayload } from "@/domain-events/catalog/mask";
import type { LoggedEvent } from "@/domain-events/log/logged-event";

/** One line of an exported log: the envelope of event-schema.md, and where the fact stands. */
export interface ExportedFact {
  /** A whole number as text: the order of recording, with gaps. */
  readonly position: string;
  readonly id: string;
  readonly type: string;
  readonly category: string;
  /** The schema version of `payload`: today's where this release can read what is stored. */
  readonly version: number;
  /** ISO 8601 UTC with milliseconds. */
  readonly timestamp: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly source: string;
  /** `YYYY-MM-DD`, UTC: the end of its retention. */
  readonly expiresOn: string;
  /** `<kind>:<id>` of the one record it is about; null for several, for none, and for a person. */
  readonly subject: string | null;
  /** False for what this release cannot read: it is handed out as it was stored. */
  readonly isReadable: boolean;
  readonly payload: unknown;
  readonly metadata: object;
}

/**
 * A fact as a file may hold it. Unless it was asked for with a reason, nothing of a personal class is left in it
 * (security.md 4.1, S-54).
 */
export function exportedFact(
  event: LoggedEvent,
  { isUnmasked }: { readonly isUnmasked: boolean },
): ExportedFact {
  const { read, category, position, causationId, expiresOn } = event;
  const { id, type, timestamp, correlationId, source, payload, metadata } = read.known
    ? read.event
    : read.raw;
  return {
    position,
    id,
    type,
    category,
    version: read.known && isEventType(type) ? catalog[type].version : event.schemaVersion,
    timestamp,
    correlationId: isUnmasked || !mayNamePerson(event, correlationId) ? correlationId : MASK,
    causationId,
    source,
    expiresOn,
    subject: subjectOf(event),
    isReadable: read.known,
    payload: isUnmasked ? payload : maskPersonalPayload(type, payload),
    metadata: asObject(isUnmasked ? metadata : maskPersonalMetadata(metadata)),
  };
}

/** A record of the directory is its own correlation, and whoever looks at personal fields is the look's. */
function mayNamePerson({ category, actorId, entityIds }: LoggedEvent, correlationId: string): boolean {
  return category === "directory" || correlationId === actorId || entityIds.includes(`user:${correlationId}`);
}

function asObject(metadata: unknown): object {
  return typeof metadata === "object" && metadata !== null ? metadata : {};
}

/** The kinds of record that a category is about, the nearest first. */
const SUBJECT_KINDS: ReadonlyMap<string, readonly string[]> = new Map<Category, readonly string[]>([
  ["booking", ["booking"]],
  ["event", ["event", "booking"]],
  ["activity", ["activity"]],
  ["staff", ["assignment"]],
  ["kit", ["kit-assignment", "kit", "kit-template"]],
  ["location", ["location"]],
]);

function subjectOf({ category, entityIds }: LoggedEvent): string | null {
  for (const kind of SUBJECT_KINDS.get(category) ?? []) {
    const [first, ...others] = entityIds.filter((entity) => entity.startsWith(`${kind}:`));
    if (first !== undefined && others.length === 0) return first;
  }
  return null;
}
