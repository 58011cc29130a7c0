import { describe, expect, it } from "vitest";
import { guessMapping, importMappingSchema } from "./mapping";

describe("which column means what", () => {
  it("is guessed from a city's list of permitted events", () => {
    const headers =
      "Event ID,Event Name,Start Date/Time,End Date/Time,Event Agency,Event Type,Event Borough,Event Location";
    expect(guessMapping(headers.split(","))).toEqual({
      externalId: "Event ID",
      title: "Event Name",
      start: "Start Date/Time",
      end: "End Date/Time",
      venue: "Event Location",
      venuePrefix: "Event Borough",
      category: "Event Type",
    });
  });

  it("is guessed from other common names, and left open where nothing fits", () => {
    expect(
      guessMapping(["ref", "Title", "starts_at", "Ends At", "Place", "Customer", "Description", "Price"]),
    ).toEqual({
      externalId: "ref",
      title: "Title",
      start: "starts_at",
      end: "Ends At",
      venue: "Place",
      client: "Customer",
      notes: "Description",
    });
    expect(guessMapping(["foo", "constructor", "__proto__"])).toEqual({});
  });

  it("needs id, title, start, end and venue, a known zone and a known order", () => {
    const columns = { externalId: "a", title: "b", start: "c", end: "d", venue: "e" };
    const mapping = { columns, timeZone: "America/New_York", dateOrder: "auto" };
    expect(importMappingSchema.parse(mapping)).toEqual(mapping);
    for (const wrong of [
      { columns: { ...columns, title: " " } },
      { columns: { ...columns, venue: undefined } },
      { timeZone: "Atlantis" },
      { dateOrder: "ydm" },
    ]) {
      expect(importMappingSchema.safeParse({ ...mapping, ...wrong }).success).toBe(false);
    }
  });
});
