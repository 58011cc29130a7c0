import * as z from "zod";
import { catalog, type EventType, eventTypes } from "./catalog";
import type { FieldClass } from "./define";
import { classifiedPaths, isPersonal } from "./field-classes";

/** What stands in place of a text that was taken out. */
export const REMOVED = "[removed]";

/** A field that can be taken out of an entry, and what then stands in its place. */
export interface RemovableField {
  /** `*` for every type: the metadata. */
  readonly type: EventType | "*";
  /** A JSON pointer into the row without list positions: `/payload/compensation/rate`. */
  readonly path: string;
  readonly fieldClass: FieldClass;
  /** Plain JSON that the type's schema accepts; undefined where the field is optional and is dropped. */
  readonly marker: unknown;
}

/**
 * Every field that redaction accepts (security.md §4.1). Person ids are no part of it: a bare id stays and resolves to
 * "former team member" once the person's row is blank (§4.4).
 */
export const removableFields: readonly RemovableField[] = [
  ...eventTypes.flatMap(removableOf),
  { type: "*", path: "/metadata/override/reason", fieldClass: "free-text", marker: REMOVED },
  { type: "*", path: "/metadata/override/snapshot", fieldClass: "free-text", marker: REMOVED },
];

function removableOf(type: EventType): readonly RemovableField[] {
  return classifiedPaths(type)
    .filter(({ fieldClass }) => isPersonal(fieldClass) && fieldClass !== "person-id")
    .map(({ path, fieldClass }) => ({
      type,
      path: `/payload/${path.replaceAll(".", "/")}`,
      fieldClass,
      marker: markerAt(type, path.split(".")),
    }));
}

function markerAt(type: EventType, steps: readonly string[]): unknown {
  const schema = steps.reduce<z.core.$ZodType>(fieldSchema, catalog[type].schema);
  if (schema._zod.optin === "optional") return undefined;
  const example = steps.reduce<unknown>(fieldValue, catalog[type].example);
  const marker = plainMarker(example);
  // An enumeration or an instant takes no such text; the catalog's example is valid and says nothing about anybody.
  return z.core.safeParse(schema, marker).success ? marker : example;
}

/** A marker of the same JSON type, for a value that no schema describes. */
export function plainMarker(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  switch (typeof value) {
    case "string":
      return REMOVED;
    case "number":
      return 0;
    case "boolean":
      return false;
    case "object":
      return value === null ? null : {};
    default:
      throw new Error(`${typeof value} is not JSON`);
  }
}

function fieldSchema(parent: z.core.$ZodType, step: string): z.core.$ZodType {
  const schema = within(parent);
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema instanceof z.ZodObject ? schema.shape : {};
  const field = shape[step];
  if (!field) throw new Error(`no field ${step} in the schema`);
  return field;
}

/** The object behind options and lists. */
function within(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodOptional) return within(schema.unwrap());
  return schema instanceof z.ZodArray ? within(schema.element) : schema;
}

function fieldValue(parent: unknown, step: string): unknown {
  const holder: unknown = Array.isArray(parent) ? parent[0] : parent;
  if (typeof holder !== "object" || holder === null) throw new Error(`no field ${step} in the example`);
  return new Map<string, unknown>(Object.entries(holder)).get(step);
}
