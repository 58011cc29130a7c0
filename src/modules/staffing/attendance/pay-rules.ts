/**
 * What a country adds to the hours that were worked. A short, visible list that the agency checks with its own
 * counsel: common thresholds, not legal advice, and no rule of a state, a canton or an agreement.
 */
export interface PayRule {
  /** As venues write it. */
  readonly country: string;
  /** Overtime begins after so many hours of one local day; null where a day has no threshold. */
  readonly dailyHours: number | null;
  /** Overtime begins after so many hours of one local week, Monday to Sunday; null where a week has none. */
  readonly weeklyHours: number | null;
  /** A shift that was worked at all is paid with at least so many hours. */
  readonly minimumHours: number;
}

/** Holds where a venue's country is not listed. */
export const generalPayRule: PayRule = {
  country: "Elsewhere",
  dailyHours: 8,
  weeklyHours: 40,
  minimumHours: 0,
};

export const payRules: readonly PayRule[] = [
  // Fair Labor Standards Act, 29 U.S.C. § 207: the week alone counts.
  { country: "United States", dailyHours: null, weeklyHours: 40, minimumHours: 0 },
  // Employment Standards Act of Ontario: 44 hours a week, and three hours for who is sent home early.
  { country: "Canada", dailyHours: null, weeklyHours: 44, minimumHours: 3 },
  // Working Time Regulations: the week is capped at 48 hours on average; overtime is a matter of contract.
  { country: "United Kingdom", dailyHours: null, weeklyHours: 48, minimumHours: 0 },
  // Arbeitszeitgesetz § 3: eight hours a working day, six days a week; three hours of work on call (TzBfG § 12).
  { country: "Germany", dailyHours: 8, weeklyHours: 48, minimumHours: 3 },
  // Code du travail L3121-27: 35 hours a week.
  { country: "France", dailyHours: null, weeklyHours: 35, minimumHours: 0 },
  // Estatuto de los Trabajadores, article 34: 40 hours a week, nine a day.
  { country: "Spain", dailyHours: 9, weeklyHours: 40, minimumHours: 0 },
  // Código do Trabalho, article 203: eight hours a day and 40 a week.
  { country: "Portugal", dailyHours: 8, weeklyHours: 40, minimumHours: 0 },
  // Labor Standards Act, article 32: eight hours a day and 40 a week.
  { country: "Japan", dailyHours: 8, weeklyHours: 40, minimumHours: 0 },
];

const byCountry = new Map(payRules.map((rule) => [rule.country.toLowerCase(), rule]));

/** The rule of a venue's country. */
export function payRuleOf(country: string): PayRule {
  return byCountry.get(country.trim().toLowerCase()) ?? generalPayRule;
}
