import { expect, test } from "vitest";
import { type TypeCard, catalogHref, typesMatching } from "./catalog-view";

const approved: TypeCard = {
  type: "BOOKING_APPROVED",
  category: "booking",
  version: 1,
  isExtension: false,
  meaning: "An admin approved the listed dates of a booking.",
  sources: ["bookings.approve"],
  handlers: ["notification", "workflow", "reporting"],
  yearsKept: 7,
  fields: [{ path: "approvedBy", kind: "id", isRequired: true, fieldClass: "person-id" }],
  example: {},
};
const declined: TypeCard = {
  ...approved,
  type: "BOOKING_DATES_DECLINED",
  handlers: ["reporting"],
  fields: [],
};

test.each([
  ["", ["BOOKING_APPROVED", "BOOKING_DATES_DECLINED"]],
  ["declined", ["BOOKING_DATES_DECLINED"]],
  ["  Bookings.Approve  person-id ", ["BOOKING_APPROVED"]],
  ["approvedby", ["BOOKING_APPROVED"]],
  ["workflow", ["BOOKING_APPROVED"]],
  ["booking party", []],
])("“%s” finds %o", (words, found) => {
  expect(typesMatching([approved, declined], words).map(({ type }) => type)).toEqual(found);
});

test("each type has an address of its own", () => {
  expect(catalogHref({ q: "", open: "" }, { open: "BOOKING_APPROVED" })).toBe(
    "/log/catalog?open=BOOKING_APPROVED",
  );
  expect(catalogHref({ q: "kit", open: "KIT_PREPARED" }, { open: "" })).toBe("/log/catalog?q=kit");
});
