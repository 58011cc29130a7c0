import { isEventType } from "@/domain-events/catalog/catalog";
import type { FieldClass } from "@/domain-events/catalog/define";
import { classOf, isPersonal, metadataClassOf } from "@/domain-events/catalog/field-classes";
import { keyName, pointerStep, printStoredJson, type StoredJson, StoredObject } from "./stored-json";

/** A value of an entry that says something about a person. */
export interface PersonalLeaf {
  readonly pointer: string;
  readonly fieldClass: FieldClass | undefined;
  /** The printed value. */
  readonly text: string;
}

type ClassAt = (path: readonly (string | number)[]) => FieldClass | undefined;

/** The personal values of a stored payload. What no class describes counts as personal: it can then be taken out. */
export function payloadLeaves(type: string, payload: StoredJson): readonly PersonalLeaf[] {
  return leaves(payload, "/payload", [], (path) => (isEventType(type) ? classOf(type, path) : undefined));
}

export function metadataLeaves(metadata: StoredJson): readonly PersonalLeaf[] {
  return leaves(metadata, "/metadata", [], metadataClassOf);
}

function leaves(
  node: StoredJson,
  pointer: string,
  path: readonly (string | number)[],
  classAt: ClassAt,
): readonly PersonalLeaf[] {
  const fieldClass = path.length === 0 ? undefined : classAt(path);
  if (fieldClass !== undefined && !isPersonal(fieldClass)) return [];
  if (fieldClass === undefined && node instanceof StoredObject) {
    return node.fields.flatMap(([key, field]) =>
      leaves(field, `${pointer}/${pointerStep(key)}`, [...path, keyName(key)], classAt),
    );
  }
  if (fieldClass === undefined && isListOfObjects(node)) {
    return node.flatMap((item, index) => leaves(item, `${pointer}/${index}`, [...path, index], classAt));
  }
  // Only a value that stands under a key of an object can be taken out; a bare root cannot.
  return path.length === 0 ? [] : [{ pointer, fieldClass, text: printStoredJson(node) }];
}

function isListOfObjects(node: StoredJson): node is readonly StoredObject[] {
  return Array.isArray(node) && node.every((item) => item instanceof StoredObject);
}
