import { expect, test } from "vitest";
import { catalog, eventTypes } from "./catalog";
import { classifiedPaths } from "./field-classes";
import { REMOVED, removableFields } from "./removal-markers";

const holds = (value: unknown, steps: readonly string[], marker: unknown): unknown => {
  const [step, ...rest] = steps;
  if (step === undefined) return marker;
  if (Array.isArray(value)) return value.map((item) => holds(item, steps, marker));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) => {
      if (key !== step) return [[key, field]];
      return rest.length === 0 && marker === undefined ? [] : [[key, holds(field, rest, marker)]];
    }),
  );
};

test.each(eventTypes)("%s still matches its schema with every personal value taken out", (type) => {
  const fields = removableFields.filter((field) => field.type === type);
  const emptied = fields.reduce<unknown>(
    (payload, { path, marker }) => holds(payload, path.split("/").slice(2), marker),
    catalog[type].example,
  );
  expect(catalog[type].schema.safeParse(emptied).error).toBeUndefined();
});

test("every personal field but person ids can be taken out, business fields cannot", () => {
  const expected = eventTypes.flatMap((type) =>
    classifiedPaths(type)
      .filter(({ fieldClass }) => fieldClass !== "business" && fieldClass !== "person-id")
      .map(({ path }) => `${type} /payload/${path.replaceAll(".", "/")}`),
  );
  const found = removableFields.filter(({ type }) => type !== "*").map(({ type, path }) => `${type} ${path}`);
  expect(found).toEqual(expected);
});

test("markers are of the same JSON type; what is optional goes", () => {
  const marker = (type: string, path: string) =>
    removableFields.find((field) => field.type === type && field.path === path)?.marker;
  expect(marker("BOOKING_CREATED", "/payload/title")).toBe(REMOVED);
  expect(marker("STAFF_ASSIGNMENT_OFFERED", "/payload/compensation/rate")).toBe(0);
  expect(marker("STAFF_ASSIGNMENT_REJECTED", "/payload/isAvailableForFuture")).toBe(false);
  expect(marker("STAFF_ASSIGNMENT_ACCEPTED", "/payload/notes")).toBeUndefined();
  expect(marker("STAFF_CHECKED_IN", "/payload/location/latitude")).toBe(0);
});
