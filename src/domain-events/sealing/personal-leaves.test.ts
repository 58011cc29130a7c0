import { expect, test } from "vitest";
import { metadataLeaves, payloadLeaves } from "./personal-leaves";
import { readStoredJson } from "./stored-json";

const pointers = (type: string, text: string) =>
  payloadLeaves(type, readStoredJson(text)).map(
    ({ pointer, fieldClass }) => `${pointer} ${fieldClass ?? "undescribed"}`,
  );

test("personal values by their class, through lists; business values are left", () => {
  const payload = '{"title": "Tea", "clientId": "c", "approvedBy": "u", "eventDates": ["2026-12-05"]}';
  expect(pointers("BOOKING_APPROVED", payload)).toEqual([
    "/payload/title free-text",
    "/payload/approvedBy person-id",
  ]);
  const changes =
    '{"changes": [{"field": "title", "reason": "Which?"}, {"field": "notes", "reason": "Why?"}]}';
  expect(pointers("BOOKING_CHANGES_REQUESTED", changes)).toEqual([
    "/payload/changes/0/reason free-text",
    "/payload/changes/1/reason free-text",
  ]);
});

test("what no class describes counts as personal, so that it can still be taken out", () => {
  const payload = '{"a/b": 1, "deep": {"x": "y"}, "list": ["n"], "rows": [{"z": null}]}';
  expect(pointers("BOOKING_FROM_THE_FUTURE", payload)).toEqual([
    "/payload/a~1b undescribed",
    "/payload/deep/x undescribed",
    "/payload/list undescribed",
    "/payload/rows/0/z undescribed",
  ]);
  expect(pointers("BOOKING_APPROVED", '{"bookingId": "b", "surprise": 1}')).toEqual([
    "/payload/surprise undescribed",
  ]);
});

test("metadata has classes of its own", () => {
  const metadata =
    '{"userId": "u", "version": "1", "override": {"by": "u", "reason": "r", "snapshot": {"a": [1]}}}';
  expect(metadataLeaves(readStoredJson(metadata)).map(({ pointer }) => pointer)).toEqual([
    "/metadata/userId",
    "/metadata/override/by",
    "/metadata/override/reason",
    "/metadata/override/snapshot",
  ]);
});
