import type { LaborRules } from "@/modules/staffing/fit/labor-rules";

/** No federal limit for adults: ten hours of rest, days of twelve and weeks of sixty are the agency's own. */
export const unitedStates: LaborRules = {
  countries: ["United States", "United States of America", "USA", "US"],
  restHours: 10,
  dayHoursMax: 12,
  weekHoursMax: 60,
};
