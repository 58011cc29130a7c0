import type { FieldClass } from "@/domain-events/catalog/define";
import { isFieldClass } from "@/domain-events/catalog/field-classes";
import { MASK } from "@/domain-events/catalog/mask";
import { asSchema, CLASS_KEYWORD, type JsonSchema } from "./payload-schema";

/** One leaf of a payload, for people. */
export interface FieldRow {
  /** Dotted, with marks for lists and for what may be absent: `changes[].suggestedValue?`. */
  readonly path: string;
  /** `text, at most 300 characters`. */
  readonly kind: string;
  /** True when every payload of the type has it. */
  readonly isRequired: boolean;
  readonly fieldClass: FieldClass;
}

/** The leaves of a classified schema, in the order of the declaration. */
export function fieldRows(schema: JsonSchema, prefix = ""): readonly FieldRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    const mark = schema.required?.includes(name) ? "" : "?";
    return rowsOf(asSchema(part) ?? {}, `${prefix}${name}${mark}`);
  });
}

function rowsOf(schema: JsonSchema, path: string): readonly FieldRow[] {
  const element = asSchema(schema.items);
  const fieldClass = (element ?? schema)[CLASS_KEYWORD];
  if (!isFieldClass(fieldClass)) return fieldRows(element ?? schema, `${path}${element ? "[]" : ""}.`);
  const kind = element ? `list (${atMost(schema.maxItems)}) of ${kindOf(element)}` : kindOf(schema);
  return [{ path, kind, isRequired: !path.includes("?"), fieldClass }];
}

const NUMBER = new Intl.NumberFormat("en-US", { maximumFractionDigits: 20 });

function kindOf(schema: JsonSchema): string {
  if (schema.anyOf) return alternatives(schema.anyOf);
  if (schema.const !== undefined) return `“${String(schema.const)}”`;
  if (schema.enum) return `one of ${schema.enum.join(", ")}`;
  switch (schema.type) {
    case "string":
      return textKind(schema);
    case "integer":
      return `whole number, ${between(schema)}`;
    case "number":
      return `number${schema.minimum === undefined ? "" : `, ${between(schema)}`}`;
    case "boolean":
      return "yes or no";
    case "object":
      return `${kindOf(asSchema(schema.additionalProperties) ?? {})}s by name`;
    default:
      return "any JSON";
  }
}

function alternatives(options: readonly JsonSchema[]): string {
  return options
    .filter((option) => option.const !== MASK)
    .map(kindOf)
    .join(" or ");
}

function textKind({ title, format, pattern, maxLength }: JsonSchema): string {
  if (title !== undefined) return title;
  if (format === "date") return "day";
  if (format === "date-time") return pattern === undefined ? "moment with its offset" : "moment in UTC";
  if (pattern !== undefined) return `text like ${pattern.replaceAll("\\/", "/")}`;
  return maxLength === undefined ? "text" : `text, ${atMost(maxLength)} characters`;
}

function atMost(limit: number | undefined): string {
  return limit === undefined ? "any number" : `at most ${NUMBER.format(limit)}`;
}

function between({ minimum, maximum }: JsonSchema): string {
  return `${NUMBER.format(minimum ?? Number.NEGATIVE_INFINITY)} to ${NUMBER.format(maximum ?? Number.POSITIVE_INFINITY)}`;
}
