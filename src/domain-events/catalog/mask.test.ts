import { expect, test } from "vitest";
import { catalog, eventTypes } from "./catalog";
import { classifiedPaths } from "./field-classes";
import { MASK, maskMetadata, maskPayload } from "./mask";

test("pay, position and conduct are masked, ids and times stay", () => {
  expect(maskPayload("STAFF_CHECKED_IN", catalog.STAFF_CHECKED_IN.example)).toEqual({
    value: {
      ...catalog.STAFF_CHECKED_IN.example,
      checkedInAt: MASK,
      location: { latitude: MASK, longitude: MASK, accuracy: MASK },
      verificationMethod: MASK,
    },
    paths: [
      "checkedInAt",
      "location.latitude",
      "location.longitude",
      "location.accuracy",
      "verificationMethod",
    ],
  });
  expect(
    maskPayload("STAFF_ASSIGNMENT_OFFERED", catalog.STAFF_ASSIGNMENT_OFFERED.example).value,
  ).toMatchObject({
    compensation: { rate: MASK, currency: MASK, estimatedHours: MASK },
    responseDeadline: catalog.STAFF_ASSIGNMENT_OFFERED.example.responseDeadline,
  });
});

test("venue contact and access notes are masked, what everybody on site reads is not", () => {
  expect(maskPayload("LOCATION_CONFIRMED", catalog.LOCATION_CONFIRMED.example).value).toMatchObject({
    contactPerson: { name: MASK, phone: MASK, email: MASK },
    accessDetails: MASK,
    specialInstructions: catalog.LOCATION_CONFIRMED.example.specialInstructions,
  });
});

test("free text about a person is masked, free text about a booking is the desk's own", () => {
  expect(maskPayload("STAFF_NO_SHOW", catalog.STAFF_NO_SHOW.example).paths).toContain("notes");
  expect(maskPayload("BOOKING_REJECTED", catalog.BOOKING_REJECTED.example).paths).toEqual([]);
});

test("no value of a masked class is left in any type", () => {
  const masked = new Set(["contact", "access", "position", "pay", "conduct", "image"]);
  for (const type of eventTypes) {
    const { paths } = maskPayload(type, catalog[type].example);
    const expected = classifiedPaths(type).filter(({ fieldClass }) => masked.has(fieldClass));
    expect(paths, type).toEqual(expect.arrayContaining(expected.map(({ path }) => path)));
  }
});

test("what has no class is masked but for ids, instants and structure", () => {
  const bookingId = "0199c8a0-1000-7000-8000-000000000001";
  const stored = {
    bookingId,
    at: "2026-11-23T10:00:00.000Z",
    list: [{ phone: "+1 212 555 0100" }],
    done: true,
  };
  const expected = { ...stored, list: [{ phone: MASK }] };
  expect(maskPayload("SOMETHING_NEW", stored).value).toEqual(expected);
  expect(maskPayload("BOOKING_APPROVED", { surprise: "Rosa Lind" }).value).toEqual({ surprise: MASK });
});

test("metadata keys that nobody declared are masked", () => {
  expect(maskMetadata({ requestId: "r-1", actorRole: "admin", address: "203.0.113.7" })).toEqual({
    value: { requestId: "r-1", actorRole: "admin", address: MASK },
    paths: ["address"],
  });
});
