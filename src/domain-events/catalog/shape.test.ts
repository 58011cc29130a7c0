import * as z from "zod";
import { expect, test } from "vitest";
import { catalog, eventTypes } from "./catalog";
import shapes from "./fixtures/shapes.json";

type Schema = z.core.JSONSchema.BaseSchema;

/** One line per leaf: `changes[].suggestedValue?: string`, `status: "draft"`, `interval: integer`. */
function shapeOf(schema: Schema, path: string): string[] {
  if (isSchema(schema.items)) return shapeOf(schema.items, `${path}[]`);
  if (schema.properties === undefined) return [`${path}: ${leafOf(schema)}`];
  const prefix = path === "" ? "" : `${path}.`;
  return Object.entries(schema.properties).flatMap(([name, field]) => {
    const mark = schema.required?.includes(name) ? "" : "?";
    return isSchema(field) ? shapeOf(field, `${prefix}${name}${mark}`) : [];
  });
}

function leafOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf !== undefined) return schema.anyOf.map((option) => option.type).join(" | ");
  return String(schema.type);
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * A field that is added, dropped, renamed, loosened or given another type shows up here. Only an added optional
 * field may be written into `fixtures/shapes.json`; anything else needs a higher version and an upcaster.
 */
test("the shapes of all payloads are the recorded ones", () => {
  const current = eventTypes.map((type) => [type, shapeOf(z.toJSONSchema(catalog[type].schema), "")]);
  expect(Object.fromEntries(current)).toEqual(shapes);
});
