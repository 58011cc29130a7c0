import { expect, test } from "vitest";
import { testId } from "@/testing/builders/actors";
import { icalOf } from "./ical";

const shift = {
  assignmentId: testId(13, 1),
  startsAt: "2026-10-24T20:00:00.000Z",
  endsAt: "2026-10-25T05:00:00.000Z",
  role: "Host",
  title: "Night tour; part 1, with\nlights \\ sound",
  eventNumber: 221,
  venueName: "Görlitzer Park",
  address: "Berlin",
  version: 4,
  updatedAt: "2026-10-01T09:00:00.123Z",
};

test("a night over the clock change is two instants, nine hours apart", () => {
  const text = icalOf([shift]);
  expect(text).toContain("DTSTART:20261024T200000Z\r\nDTEND:20261025T050000Z\r\n");
  expect(text).not.toContain("TZID");
});

test("what a title holds ends neither a value nor a line", () => {
  expect(icalOf([shift])).toContain("SUMMARY:Host: Night tour\\; part 1\\, with\\nlights \\\\ sound\r\n");
  const forged = { ...shift, title: "x\r\nATTENDEE:mailto:a@b.example" };
  expect(icalOf([forged])).not.toMatch(/^ATTENDEE/m);
});

test("no line has more than 75 octets, and none is cut within a letter", () => {
  const long = { ...shift, title: "ü".repeat(300) };
  const lines = icalOf([long]).split("\r\n");
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBe(75);
  expect(lines.join("\n").replaceAll("\n ", "")).toContain(`Host: ${"ü".repeat(300)}`);
});

test("no shifts are an empty calendar", () => {
  expect(icalOf([])).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*END:VCALENDAR\r\n$/);
});

test("only time and place are told", () => {
  const names = icalOf([shift])
    .split("\r\n")
    .map((line) => line.split(":")[0]);
  expect(names.slice(names.indexOf("BEGIN", 1) + 1, names.indexOf("END"))).toEqual([
    "UID",
    "SEQUENCE",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "LOCATION",
    "DESCRIPTION",
    "STATUS",
  ]);
});
