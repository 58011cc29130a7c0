import { expect, test } from "vitest";
import { catalog, eventTypes } from "./catalog";
import { classifiedPaths } from "./field-classes";
import { SEARCHABLE_FIELDS, categoriesWithField, fieldChoices, typesWithField } from "./searchable-fields";

test.each(SEARCHABLE_FIELDS)("%s says nothing about a person in any type that has it", (name) => {
  const withIt = eventTypes.flatMap((type) =>
    classifiedPaths(type)
      .filter(({ path }) => path === name)
      .map(({ fieldClass }) => ({ type, fieldClass })),
  );
  expect(new Set(withIt.map(({ fieldClass }) => fieldClass))).toEqual(new Set(["business"]));
  expect(new Set(typesWithField(name))).toEqual(new Set(withIt.map(({ type }) => type)));
});

test("a personal field does not pass for one that can be searched", () => {
  const classes = classifiedPaths("STAFF_NO_SHOW").find(({ path }) => path === "consequenceLevel");
  expect(classes?.fieldClass).toBe("conduct");
  // @ts-expect-error the registry does not hold it
  expect(() => typesWithField("consequenceLevel").length).toThrow(TypeError);
});

test("the values of a field are those that its schemas name", () => {
  const valuesOf = new Map(fieldChoices().map(({ name, values }) => [name, values]));
  expect(valuesOf.get("severity")).toEqual(["low", "medium", "high", "critical"]);
  expect(valuesOf.get("needsImmediate")).toEqual(["true", "false"]);
  expect(valuesOf.get("outcomes.metExpectations")).toEqual(["true", "false"]);
  // One of its types leaves it open.
  expect(valuesOf.get("issueType")).toBeNull();
  expect(valuesOf.get("role")).toBeNull();
});

test("a field is searched in the categories of its types", () => {
  expect(categoriesWithField("impactLevel")).toEqual(["activity", "kit", "location"]);
  expect(typesWithField("recordType").every((type) => catalog[type].category === "directory")).toBe(true);
});
