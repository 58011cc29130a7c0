import { expect, test } from "vitest";
import { groupByArea, permissionWords } from "./permission-words";

test("acts are named after what the server calls them", () => {
  expect(permissionWords("bookings.requestChanges")).toEqual({ area: "Bookings", act: "Request changes" });
  expect(permissionWords("directory.kitTemplates.byId")).toEqual({ area: "Kit templates", act: "Open one" });
  expect(permissionWords("kits.checkOut")).toEqual({ area: "Kits", act: "Check out" });
});

test("every permission stands in one area, in the order it is kept", () => {
  const groups = groupByArea({ "log.search": 1, "bookings.list": 2, "log.byId": 3 });
  expect(groups.map(({ area, rows }) => [area, rows.map((one) => one.row)])).toEqual([
    ["Log", [1, 3]],
    ["Bookings", [2]],
  ]);
});
