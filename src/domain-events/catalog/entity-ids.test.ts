import { expect, test } from "vitest";
import { catalog, eventTypes } from "./catalog";
import { entityIdsOf } from "./entity-ids";
import { exampleIds } from "./example-ids";
import { classOf } from "./field-classes";

test("a payload names its records, sorted and each once", () => {
  expect(entityIdsOf(catalog.EVENT_CANCELLED.example)).toEqual([
    `booking:${exampleIds.booking}`,
    `event:${exampleIds.event}`,
    `user:${exampleIds.admin}`,
  ]);
});

test("lists of ids, nested people and the place of an event are found", () => {
  expect(entityIdsOf(catalog.BOOKING_CANCELLED.example)).toContain(`event:${exampleIds.secondEvent}`);
  expect(entityIdsOf(catalog.EVENT_STARTED.example)).toEqual([
    `booking:${exampleIds.booking}`,
    `event:${exampleIds.event}`,
    `location:${exampleIds.location}`,
    `user:${exampleIds.manager}`,
    `user:${exampleIds.agent}`,
  ]);
  expect(entityIdsOf(catalog.ACTIVITY_STARTED.example)).toContain(`kit:${exampleIds.kitInstance}`);
  expect(entityIdsOf(catalog.EVENT_PREPARATION_STARTED.example)).toContain(`user:${exampleIds.manager}`);
  expect(entityIdsOf(catalog.KIT_CHECKED_OUT.example)).toContain(
    `kit-assignment:${exampleIds.kitAssignment}`,
  );
});

test("system, the party of a withdrawal and a phone's position are no records", () => {
  expect(entityIdsOf(catalog.EVENT_READY.example).filter((id) => id.startsWith("user:"))).toEqual([]);
  expect(entityIdsOf(catalog.STAFF_ASSIGNMENT_WITHDRAWN.example)).not.toContain("user:agent");
  expect(entityIdsOf(catalog.STAFF_CHECKED_IN.example).filter((id) => id.startsWith("location:"))).toEqual(
    [],
  );
});

test("a directory fact names its record by its type", () => {
  expect(entityIdsOf(catalog.DIRECTORY_RECORD_CREATED.example)).toContain(`location:${exampleIds.location}`);
  expect(entityIdsOf(catalog.DIRECTORY_RECORD_UPDATED.example)).toContain(`user:${exampleIds.agent}`);
  expect(entityIdsOf(catalog.DIRECTORY_RECORD_ARCHIVED.example)).toContain(`kit:${exampleIds.kitInstance}`);
});

test.each(eventTypes)("%s: every person is found, and nobody who is none", (type) => {
  const { example } = catalog[type];
  const people = leaves(example, [])
    .filter(({ path }) => classOf(type, path) === "person-id")
    .filter(({ path, value }) => value !== "system" && path[0] !== "recordId")
    .map(({ value }) => `user:${String(value)}`);
  const directoryPerson =
    "recordType" in example && example.recordType === "person" ? [`user:${example.recordId}`] : [];
  const found = entityIdsOf(example).filter((id) => id.startsWith("user:"));
  expect(found).toEqual([...new Set([...people, ...directoryPerson])].sort());
});

interface Leaf {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

function leaves(value: unknown, path: readonly (string | number)[]): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((element: unknown, at) => leaves(element, [...path, at]));
  if (typeof value !== "object" || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, field]: [string, unknown]) => leaves(field, [...path, key]));
}
