import { describe, expect, it } from "vitest";
import { statusLook, statusMaps, statusOptions } from "./status-maps";

describe("status maps", () => {
  it.each(Object.entries(statusMaps))("%s tells its states apart by words and by icon", (_machine, map) => {
    const looks = Object.values(map);
    expect(new Set(looks.map((look) => look.label)).size).toBe(looks.length);
    expect(new Set(looks.map((look) => look.icon)).size).toBe(looks.length);
  });

  it("gives the look of a state and the options of a filter in the order of the states", () => {
    expect(statusLook("booking", "partially_approved")).toMatchObject({
      label: "Partly approved",
      tone: "pending",
    });
    expect(statusOptions("venue")).toEqual([
      { value: "unconfirmed", label: "Not confirmed" },
      { value: "confirmed", label: "Confirmed" },
    ]);
  });
});
