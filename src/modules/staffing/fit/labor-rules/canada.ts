import type { LaborRules } from "@/modules/staffing/fit/labor-rules";

/** Ontario's Employment Standards Act: 11 hours off on a day, 48 hours in a week; the day as the agency plans it. */
export const canada: LaborRules = {
  countries: ["Canada", "CA"],
  restHours: 11,
  dayHoursMax: 10,
  weekHoursMax: 48,
};
