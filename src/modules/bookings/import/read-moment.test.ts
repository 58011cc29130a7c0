import { describe, expect, it } from "vitest";
import { detectDateOrder, readMoment } from "./read-moment";

const place = { row: 2, column: "Start" };
const read = (text: string, order: "mdy" | "dmy" | "ymd" = "mdy") =>
  readMoment(text, place, { order, timeZone: "America/New_York" });

describe("a cell with a date and a time", () => {
  it.each([
    ["05/05/2022 09:00:00 AM", "2022-05-05T09:00"],
    ["12/31/2022 11:59:59 PM", "2022-12-31T23:59"],
    ["3/14/26, 9 pm", "2026-03-14T21:00"],
    ["2026-10-14 10:00", "2026-10-14T10:00"],
    ["2026-10-14T10:00:00", "2026-10-14T10:00"],
    ["2026-10-14T10:00:00-04:00", "2026-10-14T10:00"],
    ["2026-10-15T01:00:00Z", "2026-10-14T21:00"],
    ["14 Oct 2026 10:00", "2026-10-14T10:00"],
    ["Wed, 14 Oct 2026, 10.30", "2026-10-14T10:30"],
  ])("%s", (text, local) => {
    expect(read(text)).toEqual({ local });
  });

  it("reads day first when told so", () => {
    expect(read("05/06/2022 09:00", "dmy")).toEqual({ local: "2022-06-05T09:00" });
    expect(read("26-06-05 09:00", "ymd")).toEqual({ local: "2026-06-05T09:00" });
  });

  it.each([
    ["", "value-missing", "This cell is empty. Fill it in."],
    ["02/30/2022 09:00 AM", "date-wrong", "Start has the day 30, but February 2022 has 28 days."],
    ["14/10/2022 09:00 AM", "date-wrong", "Start has the month 14. Months go from 1 to 12."],
    ["10/14/2022 25:00", "date-wrong", "Start has the hour 25. Use 0 to 23, or 1 to 12 with am or pm."],
    ["10/14/2022", "time-missing", "This cell has a date without a time. Add one, for example 10:00."],
    ["14 Oct 2022", "time-missing", "This cell has a date without a time. Add one, for example 10:00."],
    ["10:00", "date-wrong", "Start cannot be read as a date. Write day, month and year."],
    ["2026-02-30T10:00:00Z", "date-wrong", "Start has the day 30, but February 2026 has 28 days."],
    ["2026-02-20T25:00:00Z", "date-wrong", "Start has the hour 25. Use 0 to 23, or 1 to 12 with am or pm."],
    ["2026-02-20T10:00:99Z", "date-wrong", "Start has 99 seconds. Use 0 to 59."],
    ["2026-02-20T10:00:00+99:00", "date-wrong", "Start cannot be read as a date. Write day, month and year."],
    ["=NOW()", "date-wrong", "Start cannot be read as a date. Write day, month and year."],
  ])("%j is reported", (text, code, message) => {
    expect(read(text)).toEqual({ problem: { row: 2, column: "Start", severity: "error", code, message } });
  });
});

describe("the order of dates", () => {
  it.each([
    [["03/04/2022", "03/14/2022"], { order: "mdy" }],
    [["03/04/2022", "14.03.2022 10:00"], { order: "dmy" }],
    [["14/03/2022", "15/03/2022", "03/16/2022"], { order: "dmy" }],
    [["2022-03-04", "4 Mar 2022"], { order: "mdy" }],
    [["05/05/2022"], { order: "mdy" }],
    [["05/05/2022", "03/04/2022 10:00"], { order: null, example: "03/04/2022" }],
  ])("%j", (texts, detected) => {
    expect(detectDateOrder(texts)).toEqual(detected);
  });
});
