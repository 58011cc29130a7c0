import { canada } from "./labor-rules/canada";
import { germany } from "./labor-rules/germany";
import { standard } from "./labor-rules/standard";
import { unitedStates } from "./labor-rules/united-states";

/** What a country asks of a roster. One file per country, read here and nowhere else. */
export interface LaborRules {
  /** As venues spell it, in whatever case; empty for the rules of all others. */
  readonly countries: readonly string[];
  /** Between two working days of one person. */
  readonly restHours: number;
  /** Work in any 24 hours. */
  readonly dayHoursMax: number;
  /** Work in any seven times 24 hours. */
  readonly weekHoursMax: number;
}

const byCountry = new Map(
  [canada, germany, unitedStates].flatMap((rules) =>
    rules.countries.map((country) => [country.toLowerCase(), rules] as const),
  ),
);

export function laborRules(country: string): LaborRules {
  return byCountry.get(country.trim().toLowerCase()) ?? standard;
}

/** The strictest of the rules of several countries; of none, the standard. */
export function strictest(countries: Iterable<string>): LaborRules {
  const all = [...countries].map(laborRules);
  if (all.length === 0) return standard;
  return {
    countries: [],
    restHours: Math.max(...all.map(({ restHours }) => restHours)),
    dayHoursMax: Math.min(...all.map(({ dayHoursMax }) => dayHoursMax)),
    weekHoursMax: Math.min(...all.map(({ weekHoursMax }) => weekHoursMax)),
  };
}
