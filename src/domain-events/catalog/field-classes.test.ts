import * as z from "zod";
import { describe, expect, test } from "vitest";
import { catalog, eventTypes } from "./catalog";
import { type FieldClass, seed } from "./define";
import { classifiedPaths, classOf, isPersonal, metadataClasses } from "./field-classes";

/** The map of security.md 4.2 by field name; a name that stands in no line here is business. */
const map: readonly (readonly [FieldClass, RegExp])[] = [
  [
    "person-id",
    /(^|\.)(?!initiatedBy$)([a-z]+[A-Za-z]*By|userId|managerId|assignedTo|checkedOutTo|handedOverFrom|handedOverTo|staffExecuting|recordId)$/,
  ],
  [
    "free-text",
    /(^|\.)(title|notes|reasons?|suggestedValue|specialInstructions|instructions|description|immediateActionTaken|resolution|cause|feedback)$/,
  ],
  ["contact", /(^|\.)(contactPerson\.(name|phone|email)|location\.address)$/],
  ["access", /(^|\.)accessDetails$/],
  ["position", /^location\.(latitude|longitude|accuracy)$/],
  ["pay", /^compensation\./],
  [
    "conduct",
    /(^|\.)(hoursWorked|previousHours|checkedInAt|consequenceLevel|isAvailableForFuture|verificationMethod|leadTimeHours|initiatedBy)$/,
  ],
  ["image", /(^|\.)photoUrls$/],
];

function expectedClass(type: string, path: string): FieldClass {
  if (type === "STAFF_CHECKED_OUT" && path === "checkedOutAt") return "conduct";
  return map.find(([, pattern]) => pattern.test(path))?.[0] ?? "business";
}

test.each(eventTypes)("%s: every field has the class of the map", (type) => {
  const paths = classifiedPaths(type);
  expect(paths).toEqual(paths.map(({ path }) => ({ path, fieldClass: expectedClass(type, path) })));
});

test.each(eventTypes)("%s: every leaf of the example has a class", (type) => {
  expect(unclassified(catalog[type].example, [], (path) => classOf(type, path))).toEqual([]);
});

describe("looking a class up", () => {
  test("list positions are skipped and open records answer for their members", () => {
    expect(classOf("EVENT_STARTED", ["staffPresent", 3, "userId"])).toBe("person-id");
    expect(classOf("BOOKING_SUBMITTED", ["eventDates", 0])).toBe("business");
    expect(classOf("EVENT_COMPLETED", ["outcomes", "metrics", "samplesGiven"])).toBe("business");
  });

  test("a path that is no leaf has no class", () => {
    expect(classOf("EVENT_STARTED", ["staffPresent"])).toBeUndefined();
    expect(classOf("EVENT_STARTED", ["constructor"])).toBeUndefined();
    expect(classOf("EVENT_STARTED", [])).toBeUndefined();
  });

  test("only business says nothing about a person", () => {
    expect(isPersonal("business")).toBe(false);
    expect(isPersonal("person-id")).toBe(true);
    expect(metadataClasses.userId).toBe("person-id");
  });
});

test("a field without a class does not compile, nested and optional ones included", () => {
  const declaration = {
    schema: z.strictObject({ name: z.string(), place: z.strictObject({ zone: z.string() }).exactOptional() }),
    meaning: "A test.",
    sources: ["tests.declare"],
    example: { name: "a", place: { zone: "b" } },
  } as const;
  seed({ ...declaration, classes: { name: "contact", place: { zone: "business" } } });
  // @ts-expect-error name has no class
  seed({ ...declaration, classes: { place: { zone: "business" } } });
  // @ts-expect-error place.zone has no class
  seed({ ...declaration, classes: { name: "contact", place: {} } });
  // @ts-expect-error place has no class
  seed({ ...declaration, classes: { name: "contact" } });
  // @ts-expect-error there is no such class
  seed({ ...declaration, classes: { name: "secret", place: { zone: "business" } } });
  expect.assertions(0);
});

type Path = readonly (string | number)[];

function unclassified(value: unknown, path: Path, lookUp: (path: Path) => unknown): Path[] {
  if (typeof value !== "object" || value === null) return lookUp(path) === undefined ? [path] : [];
  return Object.entries(value).flatMap(([key, field]: [string, unknown]) =>
    unclassified(field, [...path, Array.isArray(value) ? Number(key) : key], lookUp),
  );
}
