import { dateDurationMinutesMax, venuesMax } from "@/modules/bookings/inputs";
import { instantMs } from "@/values/civil";
import { groupDigits } from "@/values/count-words";
import type { ImportColumns } from "./mapping";
import type { ImportDate, ImportGroup } from "./plan-import";
import { type ImportProblem, importProblem } from "./problems";

/** Lengths that a booking and its venues can have; the input schemas and the tables keep to the same. */
const titleLengthMax = 200;
const notesLengthMax = 2000;
const categoryLengthMax = 80;
const venueLengthMax = 300;

const minutesOf = (date: ImportDate) => (instantMs(date.endsAt) - instantMs(date.startsAt)) / 60_000;

/** What keeps a group from becoming one booking, said at its first row; empty when nothing does. */
export function checkGroup(group: ImportGroup, columns: ImportColumns): ImportProblem[] {
  const row = group.rowNumbers[0] ?? 0;
  return [
    ...tooLong(group.title, titleLengthMax, { row, column: columns.title }),
    ...tooLong(group.notes, notesLengthMax, placeAt(row, columns.notes)),
    ...tooLong(group.category, categoryLengthMax, placeAt(row, columns.category)),
    ...checkVenues(group, { row, column: columns.venue }),
    ...group.dates
      .filter((date) => minutesOf(date) > dateDurationMinutesMax)
      .map((date) => dateTooLong(date, columns)),
  ];
}

interface Place {
  row: number;
  column?: string;
}

function placeAt(row: number, column: string | undefined): Place {
  return column === undefined ? { row } : { row, column };
}

function tooLong(text: string | null, max: number, place: Place): ImportProblem[] {
  if (text === null || text.length <= max) return [];
  return [importProblem("value-too-long", place, groupDigits(max))];
}

function checkVenues({ externalId, venues }: ImportGroup, place: Place): ImportProblem[] {
  const problems = venues
    .filter((name) => name.length > venueLengthMax)
    .map((name) => importProblem("venue-too-long", place, name.slice(0, 60)));
  if (venues.length <= venuesMax) return problems;
  return [...problems, importProblem("too-many-venues", place, externalId, String(venues.length))];
}

function dateTooLong(date: ImportDate, columns: ImportColumns): ImportProblem {
  const days = String(Math.floor(minutesOf(date) / (24 * 60)));
  return importProblem("date-too-long", { row: date.rowNumber, column: columns.end }, days);
}
