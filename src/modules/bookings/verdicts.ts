import type { BookingDate } from "./booking";
import type { VenueClash } from "./outside";

/** What speaks against approving a date. Every warning names its cause, so that a red mark always says why. */
export type DateWarning =
  | { readonly kind: "past" }
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
 * the two is the admin's work. The same client at the same place and start is a duplicate rather than a clash.
 */
export function dateVerdicts(
  booking: { readonly clientId: string; readonly dates: readonly BookingDate[] },
  clashes: readonly VenueClash[],
  now: string,
): DateVerdict[] {
  return booking.dates.map((date) => {
    const warnings: DateWarning[] = date.startsAt <= now ? [{ kind: "past" }] : [];
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
  const blocks = (warning: DateWarning) => warning.kind === "past" || warning.clash.strength !== "asked";
  return warnings.some(blocks) ? "blocked" : "note";
}
