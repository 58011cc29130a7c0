import type { LaborRules } from "@/modules/staffing/fit/labor-rules";

/** Arbeitszeitgesetz §3 and §5: ten hours on a day at most, 48 hours in a week, eleven hours of rest. */
export const germany: LaborRules = {
  countries: ["Germany", "Deutschland", "DE"],
  restHours: 11,
  dayHoursMax: 10,
  weekHoursMax: 48,
};
