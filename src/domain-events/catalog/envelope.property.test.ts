import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalog, checkPayload, eventTypes, parsePayload } from "./catalog";
import {
  InvalidEventError,
  JSON_DEPTH_MAX,
  limitProblems,
  METADATA_BYTES_MAX,
  PAYLOAD_BYTES_MAX,
  parseFactMetadata,
  parseMetadata,
  parseNewEnvelope,
} from "./envelope";

const anyType = fc.constantFrom(...eventTypes);
const text = fc.string({ unit: "grapheme" });

function bytes(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/** Puts a string in place of one of the strings of a JSON value, wherever it stands. */
function replaceString(value: unknown, at: number, replacement: string): unknown {
  let seen = -1;
  const replaced = JSON.stringify(value, (_, field: unknown) => {
    if (typeof field !== "string") return field;
    seen += 1;
    return seen === at ? replacement : field;
  });
  return JSON.parse(replaced);
}

function stringCount(value: unknown): number {
  let seen = 0;
  JSON.stringify(value, (_, field: unknown) => {
    if (typeof field === "string") seen += 1;
    return field;
  });
  return seen;
}

describe("payload limits", () => {
  test.each([
    ["\u0000", "NUL"],
    ["\ud800", "half a surrogate pair"],
  ])("%j is refused in any string of any type (%s)", (character, name) => {
    fc.assert(
      fc.property(anyType, fc.nat(), text, text, (type, position, before, after) => {
        const { example } = catalog[type];
        const at = position % stringCount(example);
        const checked = checkPayload(type, replaceString(example, at, `${before}${character} ${after}`));
        expect(checked.ok).toBe(false);
        expect(checked.ok ? "" : checked.problems.join()).toContain(name);
      }),
    );
  });

  test("NUL is refused in the name of a metric", () => {
    const { example } = catalog.ACTIVITY_COMPLETED;
    const outcomes = { ...example.outcomes, metrics: { "a\u0000b": 1 } };
    expect(checkPayload("ACTIVITY_COMPLETED", { ...example, outcomes }).ok).toBe(false);
  });

  test("64 KiB are the limit, counted in bytes and not in characters", () => {
    const changes = [{ field: "title", reason: "r", suggestedValue: "s" }];
    const payload = { ...catalog.BOOKING_CHANGES_REQUESTED.example, changes };
    const filled = (length: number) => ({
      ...payload,
      changes: Array.from({ length: 500 }, (_, at) => ({
        field: "f",
        reason: at === 0 ? "x".repeat(length) : "ü".repeat(50),
      })),
    });
    const room = PAYLOAD_BYTES_MAX - bytes(filled(0));
    expect(room).toBeGreaterThan(0);
    expect(room).toBeLessThan(8000);
    expect(bytes(filled(room))).toBe(PAYLOAD_BYTES_MAX);
    expect(checkPayload("BOOKING_CHANGES_REQUESTED", filled(room)).ok).toBe(true);
    expect(checkPayload("BOOKING_CHANGES_REQUESTED", filled(room + 1)).ok).toBe(false);
  });

  test("no single text of any type may be without a bound", () => {
    fc.assert(
      fc.property(anyType, fc.nat(), (type, position) => {
        const { example } = catalog[type];
        const at = position % stringCount(example);
        expect(checkPayload(type, replaceString(example, at, "x".repeat(8001))).ok).toBe(false);
      }),
    );
  });

  test("a booking takes 366 dates and not one more", () => {
    const { example } = catalog.BOOKING_SUBMITTED;
    const dated = (length: number) => ({
      ...example,
      eventDates: Array.from({ length }, () => "2026-10-31T10:00:00-04:00"),
    });
    expect(checkPayload("BOOKING_SUBMITTED", dated(366)).ok).toBe(true);
    expect(checkPayload("BOOKING_SUBMITTED", dated(367)).ok).toBe(false);
  });

  test("__proto__ is refused at any depth and changes no prototype", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.jsonValue({ maxDepth: 1 }), (depth, planted) => {
        const inner = `{"__proto__": ${JSON.stringify(planted)}}`;
        const nested: unknown = JSON.parse(`${'{"a":'.repeat(depth)}${inner}${"}".repeat(depth)}`);
        expect(limitProblems(nested, PAYLOAD_BYTES_MAX).join()).toContain("__proto__");
      }),
    );
    const own = JSON.stringify(catalog.BOOKING_CREATED.example).replace("{", '{"__proto__":{"title":"x"},');
    expect(() => parsePayload("BOOKING_CREATED", JSON.parse(own))).toThrow(InvalidEventError);
  });

  test("anything that is not a payload is refused, never thrown at the caller", () => {
    fc.assert(
      fc.property(
        anyType,
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
        (type, value) => {
          expect(checkPayload(type, value).ok).toBe(false);
        },
      ),
    );
  });

  test("nesting is capped, endless nesting included", () => {
    const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });
    expect(limitProblems(nested(JSON_DEPTH_MAX), PAYLOAD_BYTES_MAX)).toEqual([]);
    expect(limitProblems(nested(JSON_DEPTH_MAX + 1), PAYLOAD_BYTES_MAX)).toHaveLength(1);
    const endless: Record<string, unknown> = {};
    endless["self"] = endless;
    expect(limitProblems(endless, PAYLOAD_BYTES_MAX)).toHaveLength(1);
  });
});

const fullMetadata = {
  userId: "0199c8a0-1000-7000-8000-000000000011",
  actorRole: "admin",
  requestId: "req-1",
  version: "1",
  causationId: "0199c8a0-1000-7000-8000-00000000000e",
  idempotencyKey: "key-1",
  deviceTime: "2026-10-31T09:41:12-04:00",
  locationSource: "device",
  override: { reason: "Agreed by phone.", by: "admin", snapshot: { clashes: ["venue"], free: null } },
  breakMinutes: 30,
  corrected: true,
  rrule: "FREQ=WEEKLY;UNTIL=20261107T045959Z",
  replay: true,
};

describe("metadata", () => {
  test("takes every key of the allow-list, and none at all", () => {
    expect(parseMetadata(fullMetadata)).toEqual(fullMetadata);
    expect(parseMetadata({})).toEqual({});
  });

  test("refuses any other key", () => {
    const known = new Set(Object.keys(fullMetadata));
    fc.assert(
      fc.property(
        fc.string().filter((key) => !known.has(key)),
        fc.jsonValue(),
        (key, value) => {
          const extended = Object.fromEntries([...Object.entries(fullMetadata), [key, value]]);
          expect(() => parseMetadata(extended)).toThrow(InvalidEventError);
        },
      ),
    );
  });

  test("is at most 4 KiB", () => {
    const sized = (length: number) => ({ override: { reason: "r", by: "a", snapshot: "x".repeat(length) } });
    const room = METADATA_BYTES_MAX - bytes(sized(0));
    expect(parseMetadata(sized(room))).toEqual(sized(room));
    expect(() => parseMetadata(sized(room + 1))).toThrow("4097 bytes");
    expect(() => parseMetadata(sized(1_000_000))).toThrow(InvalidEventError);
  });

  test.each([
    { override: { reason: "r", by: "a" } },
    { override: { reason: "r", by: "a", snapshot: new Date(0) } },
    { override: { reason: "r", by: "a", snapshot: "a\u0000b" } },
    { causationId: "not-an-id" },
    { version: "0" },
    { version: "1.0" },
    { locationSource: "guess" },
    { deviceTime: "noon" },
    { breakMinutes: -1 },
    { userId: "" },
    { userId: undefined },
    [],
    null,
  ])("refuses %j", (metadata) => {
    expect(() => parseMetadata(metadata)).toThrow(InvalidEventError);
  });

  test("a decider sets its own six keys and no others", () => {
    const { override, deviceTime, locationSource, breakMinutes, corrected, rrule, ...server } = fullMetadata;
    const own = { override, deviceTime, locationSource, breakMinutes, corrected, rrule };
    expect(parseFactMetadata(own)).toEqual(own);
    for (const [key, value] of Object.entries(server)) {
      expect(() => parseFactMetadata({ [key]: value }), key).toThrow(InvalidEventError);
    }
  });
});

describe("envelope", () => {
  const envelope = {
    id: "0199c8a0-1000-7000-8000-00000000000e",
    type: "BOOKING_APPROVED",
    correlationId: "0199c8a0-1000-7000-8000-000000000001",
    source: "bookings.approve",
  };

  test.each([
    "bookings.approve",
    "bookings.requestChanges",
    "workflow.generate-instances",
    "event-instances.assign-manager",
  ])("%s is a source", (source) => expect(parseNewEnvelope({ ...envelope, source }).source).toBe(source));

  test.each([
    { source: "approve" },
    { source: "Bookings.approve" },
    { source: "bookings.approve.now" },
    { source: "bookings." },
    { id: "0199c8a0-1000-4000-8000-00000000000e" },
    { id: "7" },
    { correlationId: "" },
    { correlationId: "x".repeat(129) },
    { timestamp: "2026-09-29T09:30:00.000Z" },
  ])("refuses %j", (change) => {
    expect(() => parseNewEnvelope({ ...envelope, ...change })).toThrow(InvalidEventError);
  });
});
