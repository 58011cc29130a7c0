import { expect, it } from "vitest";
import { isCurrent } from "./is-current";

it.each([
  ["/admin", { href: "/admin", isExact: true }, true],
  ["/admin/bookings", { href: "/admin", isExact: true }, false],
  ["/admin/bookings/bk-1", { href: "/admin/bookings" }, true],
  ["/admin/bookings-archive", { href: "/admin/bookings" }, false],
])("on %s the entry %o is current: %s", (pathname, item, expected) => {
  expect(isCurrent(pathname, item)).toBe(expected);
});
