import { readdirSync, readFileSync } from "node:fs";
import * as z from "zod";
import { expect, test } from "vitest";
import { catalog, eventTypes, isEventType } from "./catalog";
import { describe, describeRead } from "./describe";
import type { DescribeContext, Description } from "./describe-parts";
import { exampleIds } from "./example-ids";
import { classifiedPaths } from "./field-classes";
import { maskPayload } from "./mask";
import { readStored } from "./upcast";

const fixturesFile = z.record(z.string(), z.array(z.unknown()).min(1));
const folder = new URL("./fixtures/v1/", import.meta.url);
const fixtures = readdirSync(folder)
  .flatMap((name) =>
    Object.entries(fixturesFile.parse(JSON.parse(readFileSync(new URL(name, folder), "utf8")))),
  )
  .sort(([one], [other]) => (one < other ? -1 : 1));

const context: DescribeContext = {
  names: new Map<string, string>([
    [exampleIds.booking, "BK-1042"],
    [exampleIds.event, "EV-221"],
    [exampleIds.location, "Bryant Park"],
    [exampleIds.kitTemplate, "Tea kit"],
    [exampleIds.kitInstance, "Tea kit 3"],
    [exampleIds.admin, "Ada Brook"],
    [exampleIds.manager, "Mina Okafor"],
    [exampleIds.agent, "Bo Lind"],
  ]),
  timeZone: "America/New_York",
  now: "2026-11-23T12:00:00.000Z",
};

function stored(type: string, payload: unknown, metadata: object = { userId: exampleIds.manager }) {
  return readStored({
    id: exampleIds.fact,
    type,
    version: 1,
    timestamp: "2026-11-01T16:00:00.000Z",
    correlationId: exampleIds.booking,
    source: "bookings.approve",
    payload,
    metadata,
  });
}

function lines({ icon, tone, title, details }: Description): string[] {
  return [
    `${icon} ${tone}: ${title}`,
    ...details.map(({ label, text, readers }) => `  [${readers}] ${label}: ${text}`),
  ];
}

test("every type reads as plain words", () => {
  const texts = fixtures.map(([type, payloads]) => [
    type,
    ...payloads.flatMap((payload) => lines(describeRead(stored(type, payload), context))),
  ]);
  expect(texts.map(([type]) => type)).toEqual([...eventTypes].sort());
  expect(texts.map((text) => text.join("\n")).join("\n\n")).toMatchSnapshot();
});

test("no text says what the desk has to unmask", () => {
  for (const type of eventTypes) {
    const hidden = maskPayload(type, catalog[type].example).paths;
    const said = lines(describeRead(stored(type, catalog[type].example), { ...context, names: new Map() }));
    for (const value of valuesAt(catalog[type].example, hidden)) {
      expect(said.join("\n"), `${type} says ${value}`).not.toContain(value);
    }
  }
});

test("titles never quote free text, since every reader of the fact sees them", () => {
  for (const type of eventTypes) {
    const free = classifiedPaths(type).filter(({ fieldClass }) => fieldClass === "free-text");
    const read = describeRead(stored(type, catalog[type].example), context);
    for (const value of valuesAt(
      catalog[type].example,
      free.map(({ path }) => path),
    )) {
      expect(read.title).not.toContain(value);
    }
  }
});

test("a late fact says when it was done and when it was received", () => {
  const read = stored("ACTIVITY_STARTED", catalog.ACTIVITY_STARTED.example, {
    deviceTime: "2026-11-01T14:30:00.000Z",
  });
  expect(describeRead(read, context).details.at(-1)?.text).toBe(
    "done Sun 1 Nov 09:30, received Sun 1 Nov 11:00, New York time",
  );
});

test("an override shows its reason to the desk only", () => {
  const override = { reason: "The client insists.", by: exampleIds.admin, snapshot: {} };
  const read = stored("BOOKING_APPROVED", catalog.BOOKING_APPROVED.example, { override });
  expect(describeRead(read, context).details).toContainEqual({
    label: "Approved with override",
    text: "The client insists.",
    readers: "desk",
  });
});

test("what this release cannot read is noted, not dropped", () => {
  expect(describeRead(stored("SOMETHING_NEW", {}), context)).toMatchObject({
    title: "recorded SOMETHING_NEW",
    icon: "circle-help",
  });
  expect(describeRead(stored("BOOKING_APPROVED", {}), context).details[0]?.text).toMatch(/shape of its type/);
});

test("a long list of dates is cut with a count", () => {
  const eventDates = Array.from({ length: 9 }, (_, day) => `2026-10-0${day + 1}T10:00:00-04:00`);
  const read = stored("BOOKING_APPROVED", { ...catalog.BOOKING_APPROVED.example, eventDates });
  if (!read.known || !isEventType(read.event.type)) throw new Error("unreadable");
  const [dates] = describe(read.event, context).details;
  expect(dates?.text).toMatch(/^Thu 1 Oct 10:00, .* and 3 more, New York time$/);
});

test("a reason typed without a full stop gets one before the suggestion", () => {
  const texts = ["Name the brand", "Name the brand.", "Which brand?"].map((reason) => {
    const changes = [{ field: "title", reason, suggestedValue: "Tea tour" }];
    const example = catalog.BOOKING_CHANGES_REQUESTED.example;
    return describeRead(stored("BOOKING_CHANGES_REQUESTED", { ...example, changes }), context).details[0]
      ?.text;
  });
  expect(texts).toEqual([
    "Name the brand. Suggested: Tea tour",
    "Name the brand. Suggested: Tea tour",
    "Which brand? Suggested: Tea tour",
  ]);
});

/** The texts and numbers of three signs or more at these paths; shorter ones occur by chance. */
function valuesAt(node: unknown, paths: readonly string[], prefix = ""): string[] {
  if (Array.isArray(node)) return node.flatMap((element) => valuesAt(element, paths, prefix));
  if (typeof node === "object" && node !== null) {
    return Object.entries(node).flatMap(([key, value]) =>
      valuesAt(value, paths, prefix === "" ? key : `${prefix}.${key}`),
    );
  }
  const text = String(node);
  return paths.includes(prefix) && text.length > 3 && typeof node !== "boolean" ? [text] : [];
}
