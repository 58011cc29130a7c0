import { isRecord } from "@/components/form/is-record";
import { listOf } from "@/components/difference-words";
import type { Verdict } from "./why-words";

/** What a refused decision brings along to explain itself. Read by hand: zod is heavy on a first load. */

/** The dates that cannot be approved as things stand now; empty for other refusals. */
export function blockedOf(data: unknown): readonly Verdict[] {
  return isRecord(data) ? listOf(data["blocked"], isVerdict) : [];
}

type Warning = Verdict["warnings"][number];

function isVerdict(value: unknown): value is Verdict {
  if (!isRecord(value) || !hasTexts(value, ["dateId", "startsAt"])) return false;
  const { verdict, warnings } = value;
  return (
    isOneOf(verdict, ["clear", "note", "blocked"]) && Array.isArray(warnings) && warnings.every(isWarning)
  );
}

function isWarning(value: unknown): value is Warning {
  if (!isRecord(value)) return false;
  return (
    value["kind"] === "past" ||
    (value["kind"] === "own_overlap" && hasTexts(value, ["otherStartsAt"])) ||
    (isOneOf(value["kind"], ["venue_clash", "duplicate"]) && isClash(value["clash"]))
  );
}

const CLASH_TEXTS = [
  "startsAt",
  "venueName",
  "bookingId",
  "bookingTitle",
  "clientId",
  "otherStartsAt",
  "otherEndsAt",
];

function isClash(value: unknown): boolean {
  return (
    isRecord(value) &&
    hasTexts(value, CLASH_TEXTS) &&
    typeof value["bookingNumber"] === "number" &&
    isOneOf(value["strength"], ["approved", "held", "asked"])
  );
}

function hasTexts(value: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  return keys.every((key) => typeof value[key] === "string");
}

function isOneOf(value: unknown, known: readonly string[]): boolean {
  return typeof value === "string" && known.includes(value);
}
