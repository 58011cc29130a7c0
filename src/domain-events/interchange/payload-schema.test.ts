import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { catalog, type EventType, eventTypes } from "@/domain-events/catalog/catalog";
import { maskPayload, maskPersonalPayload } from "@/domain-events/catalog/mask";
import { payloadSchema } from "./payload-schema";

const ajv = new Ajv({ strict: true, allErrors: true });
addFormats.default(ajv);
ajv.addKeyword("x-data-class");

function problems(type: EventType, payload: unknown) {
  const check = ajv.compile(payloadSchema(type));
  check(payload);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}

test.each(eventTypes)("the example of %s satisfies the schema that is published, masked or not", (type) => {
  const { example } = catalog[type];
  expect(problems(type, example)).toEqual([]);
  expect(problems(type, maskPayload(type, example).value)).toEqual([]);
  expect(problems(type, maskPersonalPayload(type, example))).toEqual([]);
});

test.each(eventTypes)("the schema of %s refuses an unknown field and misses a required one", (type) => {
  const { example } = catalog[type];
  expect(problems(type, { ...example, surprise: "text" })).not.toEqual([]);
  const [required = ""] = payloadSchema(type).required ?? [];
  expect(problems(type, { ...example, [required]: undefined })).not.toEqual([]);
});

test.each([
  ["STAFF_CHECKED_IN", { verificationMethod: "guess" }],
  ["STAFF_CHECKED_IN", { checkedInAt: "yesterday" }],
  ["BOOKING_SUBMITTED", { submittedAt: "2026-09-28T14:05:00+02:00" }],
  ["BOOKING_SUBMITTED", { eventDates: ["masked"] }],
  ["BOOKING_CREATED", { status: "masked" }],
] as const)("%s with %o is refused", (type, wrong) => {
  expect(problems(type, { ...catalog[type].example, ...wrong })).not.toEqual([]);
});
