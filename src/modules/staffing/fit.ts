import { availabilityOf } from "./fit/availability";
import { credentialBlockers, paperWarnings } from "./fit/credentials";
import { laborBlockers } from "./fit/labor";
import { type CheapestRates, distanceWarnings, reasonsFor } from "./fit/reasons";
import type { Blocker, Candidate, Fit, Shift } from "./fit/shapes";

/** Who can have a shift, and what speaks for whom. */

export interface FitOptions {
  /** The moment at which reliability is looked at; the shift's own rules ask for no clock. */
  readonly now: string;
  /** Left out for somebody who is compared with nobody: their own rate then counts as the cheapest. */
  readonly cheapest?: CheapestRates;
}

/** Everything that stands against a person on this shift or speaks for them, each with its cause. */
export function assessFit(candidate: Candidate, shift: Shift, { now, cheapest }: FitOptions): Fit {
  const availability = availabilityOf(candidate, shift);
  const reasons = reasonsFor(candidate, shift, { now, cheapest: cheapest ?? new Map() });
  return {
    blockers: [
      ...personBlockers(candidate, shift),
      ...credentialBlockers(candidate, shift),
      ...laborBlockers(shift, candidate.commitments),
      ...availability.blockers,
    ],
    warnings: [
      ...availability.warnings,
      ...paperWarnings(candidate, shift),
      ...distanceWarnings(candidate, shift),
    ],
    reasons,
    score: reasons.reduce((sum, { points }) => sum + points, 0),
  };
}

/** True where nobody could answer for the shift, whatever the reason. */
export function isRuledOut({ blockers }: Pick<Fit, "blockers">): boolean {
  return blockers.some(({ isOverridable }) => !isOverridable);
}

/** What the cheapest of several asks for an hour, by currency. */
export function cheapestRates(candidates: readonly Pick<Candidate, "pay">[]): CheapestRates {
  const cheapest = new Map<string, number>();
  for (const { pay } of candidates) {
    if (pay) cheapest.set(pay.currency, Math.min(pay.rate, cheapest.get(pay.currency) ?? pay.rate));
  }
  return cheapest;
}

/** Who can have it comes first, then whom somebody would have to answer for; each by score, then by name. */
export function byFit(one: Ranked, other: Ranked): number {
  return (
    rankOf(one.fit) - rankOf(other.fit) ||
    other.fit.score - one.fit.score ||
    one.name.localeCompare(other.name, "en")
  );
}

interface Ranked {
  readonly name: string;
  readonly fit: Fit;
}

function rankOf(fit: Fit): number {
  if (fit.blockers.length === 0) return 0;
  return isRuledOut(fit) ? 2 : 1;
}

function personBlockers({ isActive, name, preference }: Candidate, { clientId }: Shift): readonly Blocker[] {
  const cause = { kind: "client", clientId } as const;
  return [
    ...(isActive
      ? []
      : [
          {
            kind: "inactive",
            sentence: `${name} is not active.`,
            cause: { kind: "profile" },
            isOverridable: false,
          } as const,
        ]),
    ...(preference === "blocked"
      ? [{ kind: "client", sentence: "The client does not want them.", cause, isOverridable: false } as const]
      : []),
  ];
}
