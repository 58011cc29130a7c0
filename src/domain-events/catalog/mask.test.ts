import { expect, test } from "vitest";
import { catalog, eventTypes } from "./catalog";
import { classifiedPaths, isPersonal } from "./field-classes";
import { MASK, maskMetadata, maskPayload, maskPersonalMetadata, maskPersonalPayload } from "./mask";

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

test("what leaves the house holds nothing of a personal class, whatever the type", () => {
  for (const type of eventTypes) {
    const left = leavesOf(maskPersonalPayload(type, catalog[type].example));
    const personal = classifiedPaths(type).filter(({ fieldClass }) => isPersonal(fieldClass));
    const shown = personal.filter(({ path }) =>
      left.some((leaf) => leaf.path === path && leaf.value !== MASK),
    );
    expect(shown, type).toEqual([]);
    const business = leavesOf(catalog[type].example).filter(
      ({ path }) => !personal.some((one) => one.path === path),
    );
    expect(left, type).toEqual(expect.arrayContaining(business));
  }
});

test("for whoever is not the desk, what has no class is masked, ids and instants too", () => {
  const stored = {
    guestId: "0199c8a0-1000-7000-8000-000000000001",
    at: "2026-11-23T10:00:00.000Z",
    none: null,
  };
  expect(maskPersonalPayload("GUEST_INVITED", stored)).toEqual({ guestId: MASK, at: MASK, none: null });
});

test("metadata leaves the house without people and their reasons", () => {
  const override = { reason: "She asked.", by: "u-2", snapshot: { warnings: [{ text: "full" }] } };
  expect(
    maskPersonalMetadata({ userId: "u-1", actorRole: "admin", override, address: "203.0.113.7" }),
  ).toEqual({
    userId: MASK,
    actorRole: "admin",
    override: { reason: MASK, by: MASK, snapshot: { warnings: [{ text: MASK }] } },
    address: MASK,
  });
});

function leavesOf(node: unknown, path = ""): readonly { readonly path: string; readonly value: unknown }[] {
  if (Array.isArray(node)) return node.flatMap((element: unknown) => leavesOf(element, path));
  if (typeof node !== "object" || node === null) return [{ path, value: node }];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    leavesOf(value, path === "" ? key : `${path}.${key}`),
  );
}
