import { isUuid } from "@/values/ids";
import { categoryOf, type EventType, isEventType } from "./catalog";
import type { FieldClass } from "./define";
import { classOf, metadataClassOf, metadataClasses } from "./field-classes";

/** What stands in place of a value that the reader may only see by asking for it. */
export const MASK = "masked";

type Path = readonly (string | number)[];

export interface Masked {
  readonly value: unknown;
  /** Paths of what was masked, dotted and without list positions, each once: `compensation.rate`. */
  readonly paths: readonly string[];
}

/** Classes that the desk reads only by unmasking, which is logged (security.md 4.2, S-54). */
const MASKED_CLASSES: ReadonlySet<FieldClass> = new Set([
  "contact",
  "access",
  "position",
  "pay",
  "conduct",
  "image",
]);

/** Free text of the staff category that is about the event and not about the person. */
const ABOUT_THE_EVENT: ReadonlySet<string> = new Set(["instructions"]);

/**
 * A stored payload as the desk may see it. Text that no class describes (a type of a newer release, a broken
 * shape) is masked as well: ids, instants and structure stay, so that it can still be shown as it was stored.
 */
export function maskPayload(type: string, payload: unknown): Masked {
  const paths = new Set<string>();
  const value = walk(payload, [], (path, leaf) => {
    if (isReadable(type, path, leaf)) return true;
    paths.add(dotted(path));
    return false;
  });
  return { value, paths: [...paths] };
}

/** Metadata as the desk may see it: the keys of the allow-list, anything else masked. */
export function maskMetadata(metadata: unknown): Masked {
  const paths = new Set<string>();
  const value = walk(metadata, [], (path, leaf) => {
    const [key] = path;
    if (typeof key === "string" && Object.hasOwn(metadataClasses, key)) return true;
    if (isHarmless(leaf)) return true;
    paths.add(dotted(path));
    return false;
  });
  return { value, paths: [...paths] };
}

/**
 * A payload for whoever is not the desk, such as a file that leaves the house: nothing of a personal class, ids of
 * people included, and nothing that no class describes (security.md S-54, 4.1).
 */
export function maskPersonalPayload(type: string, payload: unknown): unknown {
  const isBusiness = (path: Path) => isEventType(type) && classOf(type, path) === "business";
  return walk(payload, [], (path, leaf) => leaf === null || isBusiness(path));
}

/** The same for metadata. */
export function maskPersonalMetadata(metadata: unknown): unknown {
  return walk(metadata, [], (path, leaf) => leaf === null || metadataClassOf(path) === "business");
}

function isReadable(type: string, path: Path, leaf: unknown): boolean {
  const fieldClass = isEventType(type) ? classOf(type, path) : undefined;
  if (fieldClass === undefined || !isEventType(type)) return isHarmless(leaf);
  if (fieldClass === "free-text") return !isAboutPerson(type, path);
  return !MASKED_CLASSES.has(fieldClass);
}

function isAboutPerson(type: EventType, path: Path): boolean {
  return categoryOf(type) === "staff" && !ABOUT_THE_EVENT.has(dotted(path));
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Says nothing about a person whatever the field is called. */
function isHarmless(leaf: unknown): boolean {
  if (leaf === null || typeof leaf === "boolean") return true;
  return typeof leaf === "string" && (isUuid(leaf) || INSTANT.test(leaf));
}

function walk(node: unknown, path: Path, isShown: (path: Path, leaf: unknown) => boolean): unknown {
  if (Array.isArray(node)) return node.map((element, index) => walk(element, [...path, index], isShown));
  if (typeof node === "object" && node !== null) {
    const entries = Object.entries(node).map(([key, value]) => [key, walk(value, [...path, key], isShown)]);
    return Object.fromEntries(entries);
  }
  return isShown(path, node) ? node : MASK;
}

function dotted(path: Path): string {
  return path.filter((segment) => typeof segment === "string").join(".");
}
