import { expect, test } from "vitest";
import { callHref, routeHref } from "./route-href";

test("a route goes to the place by its words, with those that are missing left out", () => {
  expect(routeHref({ name: "Café & Bar", address: "", city: "Köln", country: "Germany" })).toBe(
    "https://www.google.com/maps/dir/?api=1&destination=Caf%C3%A9%20%26%20Bar%2C%20K%C3%B6ln%2C%20Germany",
  );
});

test.each([
  ["+49 (30) 123-456", "tel:+4930123456"],
  ["030 123 456", "tel:030123456"],
  ["", null],
  ["ask at the gate", null],
  ["12", null],
])("%j is called as %j", (phone, href) => {
  expect(callHref(phone)).toBe(href);
});
