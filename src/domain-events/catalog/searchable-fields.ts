import * as z from "zod";
import { type Category, catalog, categoryOf, type EventType, type PayloadOf } from "./catalog";

/**
 * Payload fields by which the log can be searched (decision 0015): only values that say nothing about a person.
 * Each has an index on the leaves of its categories; a new one needs a migration and its expression in
 * `log/search-fields.ts`. What is compared is the stored text, so a field that an upcaster renames needs both names.
 */
export const SEARCHABLE_FIELDS = [
  "severity",
  "issueType",
  "impactLevel",
  "needsImmediate",
  "condition",
  "outcomes.metExpectations",
  "needsReapproval",
  "role",
  "activityType",
  "taskId",
  "recordType",
  "handler",
] as const;

export type SearchableField = (typeof SEARCHABLE_FIELDS)[number];

/** A payload field and the text it holds: `severity` = `critical`, `needsImmediate` = `true`. */
export interface FieldValue {
  readonly name: SearchableField;
  readonly value: string;
}

/** The dotted paths of a payload's single values; what stands in lists and open records is not among them. */
type ScalarPath<P> = P extends object
  ? {
      [K in keyof P & string]: NonNullable<P[K]> extends string | number | boolean
        ? K
        : NonNullable<P[K]> extends readonly unknown[]
          ? never
          : string extends keyof P[K]
            ? never
            : `${K}.${ScalarPath<NonNullable<P[K]>>}`;
    }[keyof P & string]
  : never;

/** The types whose payload has this field. */
type TypeWith<F extends string> = {
  [T in EventType]: F extends ScalarPath<PayloadOf<T>> ? T : never;
}[EventType];

const typesByField: { readonly [F in SearchableField]: readonly TypeWith<F>[] } = {
  severity: ["EVENT_ISSUE_REPORTED", "EVENT_ISSUE_ESCALATED", "EVENT_ISSUE_MERGED"],
  issueType: [
    "EVENT_ISSUE_REPORTED",
    "ACTIVITY_ISSUE_REPORTED",
    "KIT_ISSUE_REPORTED",
    "LOCATION_ISSUE_REPORTED",
  ],
  impactLevel: ["ACTIVITY_ISSUE_REPORTED", "KIT_ISSUE_REPORTED", "LOCATION_ISSUE_REPORTED"],
  needsImmediate: ["KIT_ISSUE_REPORTED", "LOCATION_ISSUE_REPORTED"],
  condition: ["KIT_RETURNED", "KIT_ISSUE_RESOLVED", "KIT_INSPECTED", "KIT_HANDED_OVER", "KIT_SWAPPED"],
  "outcomes.metExpectations": ["EVENT_COMPLETED"],
  needsReapproval: ["BOOKING_UPDATED"],
  role: ["ACTIVITY_ASSIGNED", "STAFF_ASSIGNMENT_CREATED", "STAFF_STANDBY_JOINED", "STAFF_SLOT_UNFILLED"],
  activityType: ["ACTIVITY_CREATED"],
  taskId: [
    "EVENT_PREPARATION_TASK_ADDED",
    "EVENT_PREPARATION_TASK_COMPLETED",
    "EVENT_PREPARATION_TASK_REOPENED",
  ],
  recordType: ["DIRECTORY_RECORD_CREATED", "DIRECTORY_RECORD_UPDATED", "DIRECTORY_RECORD_ARCHIVED"],
  handler: [
    "LOG_DELIVERIES_RETRIED",
    "LOG_DELIVERY_SKIPPED",
    "LOG_REPLAYED",
    "LOG_HANDLER_PAUSED",
    "LOG_HANDLER_RESUMED",
  ],
};

/** All types that have the field, in the order of the catalog. */
export function typesWithField(name: SearchableField): readonly EventType[] {
  return typesByField[name];
}

/** The categories in which the field is searched, and in which it has an index. */
export function categoriesWithField(name: SearchableField): readonly Category[] {
  return [...new Set(typesWithField(name).map(categoryOf))];
}

export interface FieldChoice {
  readonly name: SearchableField;
  /** All texts that it can hold where its schemas name them; null where it may hold any. */
  readonly values: readonly string[] | null;
}

/** Every field with what it can be searched for. */
export function fieldChoices(): readonly FieldChoice[] {
  return SEARCHABLE_FIELDS.map((name) => {
    const known = typesWithField(name).map((type) => valuesAt(z.toJSONSchema(catalog[type].schema), name));
    const isOpen = known.includes(null);
    return { name, values: isOpen ? null : [...new Set(known.flatMap((values) => values ?? []))] };
  });
}

function valuesAt(schema: unknown, path: string): readonly string[] | null {
  const leaf = path
    .split(".")
    .reduce<unknown>((node, step) => partOf(partOf(node, "properties"), step), schema);
  if (partOf(leaf, "type") === "boolean") return ["true", "false"];
  const choices = partOf(leaf, "enum");
  return Array.isArray(choices) ? choices.map(String) : null;
}

function partOf(node: unknown, name: string): unknown {
  return typeof node === "object" && node !== null ? Reflect.get(node, name) : undefined;
}
