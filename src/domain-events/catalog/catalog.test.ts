import * as z from "zod";
import { describe, expect, test } from "vitest";
import {
  CATEGORIES,
  catalog,
  categoryOf,
  checkPayload,
  type EventType,
  eventTypes,
  isEventType,
  parsePayload,
} from "./catalog";
import { InvalidEventError, parseNewEnvelope } from "./envelope";

/** The closed list of event-catalogue.md, the two each of decisions 0001, 0013 and 0021 and that of decision 0016. */
const extensions = {
  booking: ["BOOKING_DATES_DECLINED"],
  event: [
    "EVENT_PREPARATION_TASK_ADDED",
    "EVENT_PREPARATION_TASK_COMPLETED",
    "EVENT_PREPARATION_TASK_REOPENED",
    "EVENT_READINESS_LOST",
    "EVENT_ISSUE_ACKNOWLEDGED",
    "EVENT_ISSUE_RESOLVED",
    "EVENT_ISSUE_ESCALATED",
    "EVENT_ISSUE_MERGED",
    "EVENT_HOLD_PLACED",
    "EVENT_HOLD_LIFTED",
  ],
  activity: ["ACTIVITY_CANCELLED"],
  staff: [
    "STAFF_ASSIGNMENT_EXPIRED",
    "STAFF_ASSIGNMENT_WITHDRAWN",
    "STAFF_CHECK_IN_ASKED",
    "STAFF_HOURS_CORRECTED",
    "STAFF_HOURS_APPROVED",
    "STAFF_STANDBY_JOINED",
    "STAFF_SLOT_UNFILLED",
  ],
  kit: [
    "KIT_ASSIGNMENT_CANCELLED",
    "KIT_SHORTAGE_RAISED",
    "KIT_SHORTAGE_RESOLVED",
    "KIT_ISSUE_RESOLVED",
    "KIT_INSPECTED",
    "KIT_HANDED_OVER",
    "KIT_SWAPPED",
    "KIT_RETURN_EXPECTED",
    "KIT_COMPONENTS_MOVED",
    "KIT_QUARANTINED",
    "KIT_STOCK_TAKEN",
  ],
  location: ["LOCATION_CONFIRMATION_REVOKED"],
  directory: ["DIRECTORY_RECORD_CREATED", "DIRECTORY_RECORD_UPDATED", "DIRECTORY_RECORD_ARCHIVED"],
  system: [
    "LOG_DELIVERIES_RETRIED",
    "LOG_DELIVERY_SKIPPED",
    "LOG_REPLAYED",
    "LOG_PARTITION_EXPIRED",
    "LOG_HANDLER_PAUSED",
    "LOG_HANDLER_RESUMED",
    "LOG_HOLD_PLACED",
    "LOG_HOLD_LIFTED",
    "LOG_TEST_SENT",
    "LOG_PERSONAL_DATA_VIEWED",
  ],
};

const seedsPerCategory = {
  booking: 7,
  event: 9,
  activity: 5,
  staff: 7,
  kit: 5,
  location: 2,
  directory: 0,
  system: 0,
};

describe.each(CATEGORIES)("category %s", (category) => {
  const types = eventTypes.filter((type) => categoryOf(type) === category);

  test("has the types of the contract and no others", () => {
    expect(types.filter((type) => !catalog[type].extension)).toHaveLength(seedsPerCategory[category]);
    expect(types.filter((type) => catalog[type].extension)).toEqual(extensions[category]);
  });
});

describe.each(eventTypes)("%s", (type) => {
  const { example, meaning, schema, sources, type: name } = catalog[type];

  test("is declared under its own name, with one sentence and well-formed sources", () => {
    expect(name).toBe(type);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
    for (const source of sources) {
      const envelope = { id: "0199c8a0-1000-7000-8000-000000000001", type, correlationId: "x", source };
      expect(parseNewEnvelope(envelope).source).toBe(source);
    }
  });

  test("has an example that is valid and leaves no optional field out", () => {
    expect(parsePayload(type, example)).toEqual(example);
    expect(missingFields(z.toJSONSchema(schema), example)).toEqual([]);
  });

  test("refuses an unknown key at any level and a missing required one", () => {
    for (const broken of [...withUnknownKeys(example), ...withoutRequired(type)]) {
      expect(checkPayload(type, broken).ok, JSON.stringify(broken)).toBe(false);
    }
  });
});

test("a name is a type only when the catalog has it, whatever objects inherit", () => {
  expect(isEventType("BOOKING_APPROVED")).toBe(true);
  expect(["BOOKING_APPROVE", "booking_approved", "constructor", "__proto__", ""].filter(isEventType)).toEqual(
    [],
  );
});

test("a refused payload names the path and the rule, never the value", () => {
  const secret = "somebody@private.example";
  const payload = { ...catalog.BOOKING_CREATED.example, status: secret, title: 7 };
  const refusal = captured(() => parsePayload("BOOKING_CREATED", payload));
  expect(refusal).toBeInstanceOf(InvalidEventError);
  expect(String(refusal)).toContain("BOOKING_CREATED payload: title: ");
  expect(String(refusal)).toContain("status: ");
  expect(String(refusal)).not.toContain(secret);
});

function captured(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

/** Every object of a JSON value, once with a key that no schema knows. Metrics take any name for a number. */
function withUnknownKeys(value: unknown): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((element: unknown) => withUnknownKeys(element).map((broken) => [broken]));
  if (typeof value !== "object" || value === null) return [];
  const nested = Object.entries(value).flatMap(([key, field]: [string, unknown]) =>
    withUnknownKeys(field).map((broken) => ({ ...value, [key]: broken })),
  );
  return [{ ...value, surprise: "text" }, ...nested];
}

function withoutRequired(type: EventType): unknown[] {
  const example = Object.entries(catalog[type].example);
  return (z.toJSONSchema(catalog[type].schema).required ?? []).map((name) =>
    Object.fromEntries(example.filter(([key]) => key !== name)),
  );
}

function missingFields(schema: z.core.JSONSchema.BaseSchema, value: unknown, prefix = ""): string[] {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const object = Array.isArray(value) && typeof schema.items === "object" ? schema.items : schema;
  if (Array.isArray(object) || object.properties === undefined) return [];
  const fields = new Map<string, unknown>(Object.entries(first ?? {}));
  return Object.entries(object.properties).flatMap(([name, field]) => {
    if (!fields.has(name)) return [`${prefix}${name}`];
    return typeof field === "object" ? missingFields(field, fields.get(name), `${prefix}${name}.`) : [];
  });
}
