import { catalog, type EventType } from "./catalog";
import type { FieldClass, FieldClasses } from "./define";
import type { EventMetadata } from "./envelope";

/** Classes of the metadata keys (security.md 4.2, last row of the map). */
export const metadataClasses = {
  userId: "person-id",
  actorRole: "business",
  requestId: "business",
  version: "business",
  causationId: "business",
  idempotencyKey: "business",
  override: { reason: "free-text", by: "person-id", snapshot: "free-text" },
  deviceTime: "business",
  locationSource: "business",
  breakMinutes: "business",
  corrected: "business",
  rrule: "business",
  replay: "business",
} as const satisfies FieldClasses<EventMetadata>;

export interface ClassifiedPath {
  /** Dotted and without list positions: `staffPresent.userId`. */
  readonly path: string;
  readonly fieldClass: FieldClass;
}

/** True for every class that says something about a person: masked on reading, removable. */
export function isPersonal(fieldClass: FieldClass): boolean {
  return fieldClass !== "business";
}

/** Every leaf of a type's payload with its class, in the order of the declaration. */
export function classifiedPaths(type: EventType): readonly ClassifiedPath[] {
  return leaves(catalog[type].classes, "");
}

/** The same for the metadata. */
export function classifiedMetadataPaths(): readonly ClassifiedPath[] {
  return leaves(metadataClasses, "metadata.");
}

/**
 * The class of a payload value by its path as it stands in JSON, list positions included. Undefined for a
 * path that is no leaf of the type; below an open record (`outcomes.metrics`) the record's class holds.
 */
export function classOf(type: EventType, path: readonly (string | number)[]): FieldClass | undefined {
  return classAt(catalog[type].classes, path);
}

/** The same for the metadata, whatever the type. */
export function metadataClassOf(path: readonly (string | number)[]): FieldClass | undefined {
  return classAt(metadataClasses, path);
}

function classAt(classes: object, path: readonly (string | number)[]): FieldClass | undefined {
  let current: unknown = classes;
  for (const segment of path) {
    if (typeof segment === "number") continue;
    if (isFieldClass(current)) return current;
    current = child(current, segment);
  }
  return isFieldClass(current) ? current : undefined;
}

function leaves(classes: object, prefix: string): readonly ClassifiedPath[] {
  return Object.entries(classes).flatMap(([name, value]: [string, unknown]) => {
    const path = `${prefix}${name}`;
    if (isFieldClass(value)) return [{ path, fieldClass: value }];
    return typeof value === "object" && value !== null ? leaves(value, `${path}.`) : [];
  });
}

function child(parent: unknown, name: string): unknown {
  if (typeof parent !== "object" || parent === null) return undefined;
  const found = Object.entries(parent).find(([key]) => key === name);
  return found?.[1];
}

const FIELD_CLASSES: ReadonlySet<unknown> = new Set<FieldClass>([
  "business",
  "person-id",
  "free-text",
  "contact",
  "access",
  "position",
  "pay",
  "conduct",
  "image",
]);

/** True for the name of a class. */
export function isFieldClass(value: unknown): value is FieldClass {
  return FIELD_CLASSES.has(value);
}
