import { describe, expect, it } from "vitest";
import * as bookings from "./bookings";
import * as deliveries from "./deliveries";
import * as events from "./events";
import * as hours from "./hours";
import * as kits from "./kits";
import * as radar from "./radar";
import * as readiness from "./readiness";
import * as shifts from "./shifts";
import * as venues from "./venues";

const maps = {
  ...bookings,
  ...deliveries,
  ...events,
  ...hours,
  ...kits,
  ...radar,
  ...readiness,
  ...shifts,
  ...venues,
};

describe("status looks", () => {
  it.each(Object.entries(maps))("%s tells its states apart by words and by icon", (_machine, map) => {
    const looks = Object.values(map);
    expect(new Set(looks.map(({ label }) => label)).size).toBe(looks.length);
    expect(new Set(looks.map(({ icon }) => icon)).size).toBe(looks.length);
  });

  it("has a map for each of the twenty-three state machines", () => {
    expect(Object.keys(maps)).toHaveLength(23);
  });
});
