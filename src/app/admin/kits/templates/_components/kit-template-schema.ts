import * as z from "zod";
import { kitTemplateFields } from "@/modules/directory/inputs";

const hours = z
  .number({ error: "Enter hours, such as 24." })
  .min(0, { error: "Enter hours, such as 24." })
  .max(720, { error: "Use 30 days at most: 720 hours." });

/** The form says in hours what is kept in minutes. */
export const kitTemplateSchema = kitTemplateFields
  .omit({ preparationMinutes: true, turnaroundMinutes: true })
  .extend({ preparationHours: hours, turnaroundHours: hours })
  .transform(({ preparationHours, turnaroundHours, ...fields }) => ({
    ...fields,
    preparationMinutes: Math.round(preparationHours * 60),
    turnaroundMinutes: Math.round(turnaroundHours * 60),
  }));
