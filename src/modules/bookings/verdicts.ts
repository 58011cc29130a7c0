import type { BookingDate } from "./booking";
import { windowsOverlap } from "@/values/time-window";
import type { VenueClash } from "./outside";

/** What speaks against approving a date. Every warning names its cause, so that a red mark always says why. */
export type DateWarning =
  | { readonly kind: "past" }
  /** Another date of the same booking shares a moment with it; its start, ISO 8601 UTC. */
  | { readonly kind: "own_overlap"; readonly otherStartsAt: string }
  | { readonly kind: "venue_clash"; readonly clash: VenueClash }
  | { readonly kind: "duplicate"; readonly clash: VenueClash };

export interface DateVerdict {
  readonly dateId: string;
  readonly startsAt: string;
  /** `clear`; `note`: worth a look, nothing has to be overridden; `blocked`: approval needs an override. */
  readonly verdict: "clear" | "note" | "blocked";
  readonly warnings: readonly DateWarning[];
}

/**
 * Whether each date can be approved now (domain.md rule 9). Pure; `now` is ISO 8601 UTC.
 *
 * An approved or softly held neighbor blocks; another undecided wish is only a note, since deciding one of
 * the two is the admin's work, and so is another date of the same booking. The same client at the same place and start is a duplicate rather than a clash.
 */
export function dateVerdicts(
  booking: { readonly clientId: string; readonly dates: readonly BookingDate[] },
  clashes: readonly VenueClash[],
  now: string,
): DateVerdict[] {
  const wanted = booking.dates.filter(({ status }) => status === "undecided" || status === "approved");
  return booking.dates.map((date) => {
    const warnings: DateWarning[] = date.startsAt <= now ? [{ kind: "past" }] : [];
    const neighbor = wanted.find((other) => other !== date && windowsOverlap(other, date));
    if (neighbor && wanted.includes(date)) {
      warnings.push({ kind: "own_overlap", otherStartsAt: neighbor.startsAt });
    }
    for (const clash of clashes) {
      if (clash.startsAt !== date.startsAt) continue;
      const duplicate = clash.clientId === booking.clientId && clash.otherStartsAt === date.startsAt;
      warnings.push({ kind: duplicate ? "duplicate" : "venue_clash", clash });
    }
    return { dateId: date.id, startsAt: date.startsAt, verdict: verdictOf(warnings), warnings };
  });
}

function verdictOf(warnings: readonly DateWarning[]): DateVerdict["verdict"] {
  if (warnings.length === 0) return "clear";
  return warnings.some(blocks) ? "blocked" : "note";
}

function blocks(warning: DateWarning): boolean {
  switch (warning.kind) {
    case "past":
      return true;
    case "own_overlap":
      return false;
    case "venue_clash":
    case "duplicate":
      return warning.clash.strength !== "asked";
  }
}
