import * as z from "zod";
import { catalog, type EventType } from "@/domain-events/catalog/catalog";
import type { FieldClass } from "@/domain-events/catalog/define";
import { isFieldClass, isPersonal } from "@/domain-events/catalog/field-classes";
import { MASK } from "@/domain-events/catalog/mask";

/** JSON Schema, draft 07: what AsyncAPI 3.0 takes as its own schema format. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The keyword that carries a field's class; unknown keywords are annotations. */
export const CLASS_KEYWORD = "x-data-class";

/**
 * The payload of a type as whoever gets it outside of this process meets it: its schema, each field with its class
 * of data, and the word that stands in place of a personal value.
 */
export function payloadSchema(type: EventType): JsonSchema {
  const { schema, classes, meaning } = catalog[type];
  return { title: type, description: meaning, ...classified(jsonSchema(schema), classes) };
}

/** Any schema of ours as JSON Schema, with moments as `date-time` and without the dialect's address. */
export function jsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...bare } = z.toJSONSchema(schema, { target: "draft-7", override: plainMoment });
  return bare;
}

/** A moment is known by its format; the pattern that zod writes beside it is 250 characters of calendar. */
function plainMoment({ zodSchema, jsonSchema: written }: OverrideContext): void {
  const { def } = zodSchema._zod;
  if (def.type !== "string" || !("format" in def)) return;
  if (def.format === "date") delete written.pattern;
  if (def.format !== "datetime") return;
  delete written.allOf;
  delete written.pattern;
  written.format = "date-time";
  if (!("offset" in def && def.offset)) written.pattern = "Z$";
}

type OverrideContext = Parameters<NonNullable<z.core.ToJSONSchemaParams["override"]>>[0];

function classified(schema: JsonSchema, classes: unknown): JsonSchema {
  const element = asSchema(schema.items);
  if (element) return { ...schema, items: classified(element, classes) };
  if (isFieldClass(classes)) return classifiedLeaf(schema, classes);
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => [
    name,
    classified(asSchema(property) ?? {}, Reflect.get(Object(classes), name)),
  ]);
  return { ...schema, properties: Object.fromEntries(properties) };
}

/** An open record (metrics) has one class for all its values. */
function classifiedLeaf(schema: JsonSchema, fieldClass: FieldClass): JsonSchema {
  return { ...(isPersonal(fieldClass) ? maskable(schema) : schema), [CLASS_KEYWORD]: fieldClass };
}

/** Free text may read like the mask already; everything else says that the mask is possible. */
function maskable(schema: JsonSchema): JsonSchema {
  const { type, enum: choices, pattern, format } = schema;
  const isFreeText = type === "string" && (choices ?? pattern ?? format) === undefined;
  return isFreeText ? schema : { anyOf: [schema, { const: MASK }] };
}

/** A part of a schema that is a schema itself, and neither absent nor a list nor a bare yes or no. */
export function asSchema(part: unknown): JsonSchema | undefined {
  return isSchema(part) ? part : undefined;
}

function isSchema(part: unknown): part is JsonSchema {
  return typeof part === "object" && part !== null && !Array.isArray(part);
}
