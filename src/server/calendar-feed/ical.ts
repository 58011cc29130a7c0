import type { CalendarShift } from "@/modules/staffing/queries/calendar-shifts";

/** A calendar as RFC 5545 writes it. Times are UTC instants, so no clock change and no zone table can move a shift. */
export function icalOf(shifts: readonly CalendarShift[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Muster//Shifts//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Shifts",
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ...shifts.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines(shift: CalendarShift): readonly string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${shift.assignmentId}@muster`,
    `SEQUENCE:${shift.version}`,
    `DTSTAMP:${utc(shift.updatedAt)}`,
    `DTSTART:${utc(shift.startsAt)}`,
    `DTEND:${utc(shift.endsAt)}`,
    `SUMMARY:${escaped(`${shift.role}: ${shift.title}`)}`,
    `LOCATION:${escaped([shift.venueName, shift.address].filter((part) => part !== "").join(", "))}`,
    `DESCRIPTION:${escaped(`EV-${shift.eventNumber}`)}`,
    "STATUS:CONFIRMED",
    "END:VEVENT",
  ];
}

/** `20261031T134100Z` */
function utc(instant: string): string {
  return `${instant.slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

/** TEXT of RFC 5545 §3.3.11: what would end a value or a line is escaped, other control characters are dropped. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, "\\n")
    .replaceAll(/\p{Control}/gu, "");
}

const OCTETS_MAX = 75;

/** §3.1: a line has 75 octets at most; what is longer goes on in the next one, behind a blank. */
function folded(line: string): string {
  let [out, octets] = ["", 0];
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > OCTETS_MAX) {
      out += "\r\n ";
      octets = 1;
    }
    out += sign;
    octets += size;
  }
  return out;
}
