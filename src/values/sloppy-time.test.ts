import { describe, expect, it } from "vitest";
import { parseSloppyTime } from "./sloppy-time";

const label = "Start time";

describe("a time of day as people type it (U-20)", () => {
  it.each([
    ["9am", "09:00"],
    ["9 AM", "09:00"],
    ["9 a.m.", "09:00"],
    ["9:30 pm", "21:30"],
    ["9.30pm", "21:30"],
    ["9p", "21:00"],
    ["930pm", "21:30"],
    ["0900", "09:00"],
    ["900", "09:00"],
    ["2130", "21:30"],
    ["9", "09:00"],
    ["21", "21:00"],
    [" 21:30 ", "21:30"],
    ["21 : 30", "21:30"],
    ["21h", "21:00"],
    ["21h30", "21:30"],
    ["12am", "00:00"],
    ["12:15 am", "00:15"],
    ["12pm", "12:00"],
    ["noon", "12:00"],
    ["Midnight", "00:00"],
    ["09:00:00 AM", "09:00"],
    ["23:59:59.999", "23:59"],
  ])("%s is %s", (text, value) => {
    expect(parseSloppyTime(text, { label })).toEqual({ ok: true, value });
  });

  it.each([
    ["", "missing", "Enter the start time, for example 9:30 or 9:30 pm."],
    ["   ", "missing", "Enter the start time, for example 9:30 or 9:30 pm."],
    ["soon", "impossible", "Start time cannot be read as a time. Write it like 9:30 or 9:30 pm."],
    ["9:3", "impossible", "Start time cannot be read as a time. Write it like 9:30 or 9:30 pm."],
    ["24:00", "impossible", "Start time has the hour 24. Use 0 to 23, or 1 to 12 with am or pm."],
    ["9:75", "impossible", "Start time has 75 minutes. Use 0 to 59."],
    ["9:15:75", "impossible", "Start time has 75 seconds. Use 0 to 59."],
    [
      "13 pm",
      "impossible",
      "Start time has the hour 13 with am or pm. Use 1 to 12 with am or pm, or 0 to 23 without.",
    ],
    ["6am", "out-of-range", "Start time must be 07:00 or later."],
    ["11pm", "out-of-range", "Start time must be 22:00 or earlier."],
  ])("%j is %s", (text, problem, message) => {
    const result = parseSloppyTime(text, { label, earliest: "07:00", latest: "22:00" });
    expect(result).toEqual({ ok: false, problem, message });
  });
});
