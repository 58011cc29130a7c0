import { readdirSync, readFileSync } from "node:fs";
import * as z from "zod";
import { describe, expect, test } from "vitest";
import { catalog, categoryOf, eventTypes } from "./catalog";
import { readStored, type StoredEvent, upcast } from "./upcast";

const envelope = {
  id: "0199c8a0-1000-7000-8000-00000000000e",
  version: 1,
  timestamp: "2026-09-29T09:30:00.123Z",
  correlationId: "0199c8a0-1000-7000-8000-000000000001",
  source: "bookings.approve",
};

const approved: StoredEvent = {
  ...envelope,
  type: "BOOKING_APPROVED",
  payload: catalog.BOOKING_APPROVED.example,
  metadata: { userId: "u", version: "1" },
};

/**
 * Payloads as version 1 wrote them, with and without their optional fields. They are never edited: a schema
 * that no longer reads them needs a higher version and an upcaster.
 */
const fixturesFile = z.record(z.string(), z.array(z.unknown()).min(1));
const folder = new URL("./fixtures/v1/", import.meta.url);
const fixtures = readdirSync(folder).flatMap((name) => {
  const file = fixturesFile.parse(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
  return Object.entries(file).map(([type, payloads]) => ({ name, type, payloads }));
});

describe.each(fixtures)("version 1 of $type", ({ name, type, payloads }) => {
  test("is read", () => {
    for (const payload of payloads) {
      const read = readStored({ ...envelope, type, payload });
      expect(read.known ? [] : read.problems).toEqual([]);
      if (!read.known) throw new Error(read.reason);
      expect(name).toBe(`${categoryOf(read.event.type)}.json`);
      expect(catalog[read.event.type].version > 1 || read.event.payload).toEqual(payload);
    }
  });
});

test("every type has a fixture", () => {
  expect(fixtures.map(({ type }) => type).sort()).toEqual([...eventTypes].sort());
});

test("a stored event comes back with its envelope, and without metadata when it has none", () => {
  const { version, ...event } = approved;
  expect(readStored({ ...approved, version })).toEqual({ known: true, event });
  const bare = readStored({ ...approved, metadata: null });
  expect(bare.known && Object.keys(bare.event)).not.toContain("metadata");
});

test("metadata keys of a newer release are dropped, not refused", () => {
  const read = readStored({ ...approved, metadata: { userId: "u", addedLater: 1 } });
  expect(read.known && read.event.metadata).toEqual({ userId: "u" });
});

describe("what cannot be read is handed back raw", () => {
  const payload = { ...catalog.BOOKING_APPROVED.example, approvedBy: 7 };

  test.each([
    ["unknown-type", { ...approved, type: "BOOKING_TELEPORTED" }],
    ["unknown-type", { ...approved, type: "toString" }],
    ["newer-version", { ...approved, version: 2 }],
    ["malformed", { ...approved, version: 0 }],
    ["malformed", { ...approved, version: Number.NaN }],
    ["malformed", { ...approved, payload }],
    ["malformed", { ...approved, payload: null }],
    ["malformed", { ...approved, timestamp: "yesterday" }],
    ["malformed", { ...approved, metadata: { version: 1 } }],
  ] as const)("as %s", (reason, stored) => {
    const read = readStored(stored);
    expect(read).toMatchObject({ known: false, reason });
    expect(read.known ? undefined : read.raw).toBe(stored);
    expect(read.known ? [] : read.problems).not.toEqual([]);
  });
});

describe("upcasting", () => {
  const steps = {
    1: (payload: unknown) => [payload, "two"],
    2: (payload: unknown) => [payload, "three"],
  };

  test("takes every step between the two versions, in order", () => {
    expect(upcast("one", 1, 3, steps)).toEqual({ ok: true, payload: [["one", "two"], "three"] });
    expect(upcast("two", 2, 3, steps)).toEqual({ ok: true, payload: ["two", "three"] });
    expect(upcast("three", 3, 3, steps)).toEqual({ ok: true, payload: "three" });
  });

  test("stops at a missing step and survives one that throws", () => {
    expect(upcast("one", 1, 4, steps)).toEqual({ ok: false, problem: "no step from version 3" });
    const throwing = { 1: () => Object.keys(JSON.parse("{")) };
    expect(upcast("one", 1, 2, throwing)).toEqual({ ok: false, problem: "the step from version 1 failed" });
  });
});
