import { expect, test } from "vitest";
import { catalog, eventTypes } from "@/domain-events/catalog/catalog";
import { classifiedPaths } from "@/domain-events/catalog/field-classes";
import { routes } from "@/domain-events/routing";
import { typeCards } from "./type-cards";

const card = (type: string) => typeCards().find((one) => one.type === type);

test("there is a card for every type, with what the catalog, the routes and the policy say", () => {
  expect(typeCards().map(({ type }) => type)).toEqual(eventTypes);
  for (const { type, handlers, sources, meaning, isExtension, example } of typeCards()) {
    expect(handlers).toBe(routes[type]);
    expect({ sources, meaning, extension: isExtension, example }).toEqual({
      sources: catalog[type].sources,
      meaning: catalog[type].meaning,
      extension: catalog[type].extension,
      example: catalog[type].example,
    });
  }
  expect(card("KIT_RETURNED")).toMatchObject({ category: "kit", yearsKept: 1, version: 1 });
});

test("the rows of a type are its classified leaves, no more and no fewer", () => {
  const withoutMarks = (path: string) => path.replaceAll(/\[\]|\?/g, "");
  for (const { type, fields } of typeCards()) {
    const shown = fields.map(({ path, fieldClass }) => `${withoutMarks(path)} ${fieldClass}`);
    const declared = classifiedPaths(type).map(({ path, fieldClass }) => `${path} ${fieldClass}`);
    expect(shown.sort(), type).toEqual(declared.sort());
  }
});

test("a field says in words what it holds, and whether it is always there", () => {
  const rows = ["BOOKING_SUBMITTED", "STAFF_CHECKED_IN", "KIT_RETURNED", "ACTIVITY_COMPLETED"].flatMap(
    (type) => card(type)?.fields ?? [],
  );
  const said = rows.map(({ path, kind, isRequired }) => `${path}: ${kind}${isRequired ? "" : " (optional)"}`);
  expect(said).toEqual(
    expect.arrayContaining([
      "bookingId: id",
      "title: text, at most 300 characters",
      "submittedAt: moment in UTC",
      "eventDates: list (at most 366) of moment with its offset",
      "recurrencePattern?.frequency: one of daily, weekly, monthly (optional)",
      "recurrencePattern?.interval: whole number, 1 to 1,000 (optional)",
      "recurrencePattern?.endDate: day or moment with its offset (optional)",
      "location.latitude: number, -90 to 90",
      "verificationMethod: one of gps, qrcode, manager, other",
      "damagedComponents?[].severity: one of minor, moderate, severe (optional)",
      "outcomes.metrics: numbers by name",
      "outcomes.photoUrls?: list (at most 100) of text like ^/photos/[A-Za-z0-9_-]{1,128}$ (optional)",
    ]),
  );
  expect(said.filter((line) => /any JSON|undefined|Infinity|∞/.test(line))).toEqual([]);
});
