import type { LaborRules } from "@/modules/staffing/fit/labor-rules";

/** Where no country says otherwise: the rest and the week of the directive 2003/88/EC, with a day of ten hours. */
export const standard: LaborRules = { countries: [], restHours: 11, dayHoursMax: 10, weekHoursMax: 48 };
