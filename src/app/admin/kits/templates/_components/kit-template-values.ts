import type * as z from "zod";
import type { KitTemplateRecord } from "./kit-template-panels";
import type { kitTemplateSchema } from "./kit-template-schema";

export type KitTemplateValues = z.input<typeof kitTemplateSchema>;
export type KitTemplateFields = z.output<typeof kitTemplateSchema>;

export const emptyLine = { name: "", quantity: 1, usage: "returnable", critical: false } as const;

const DAY_HOURS = 24;

/** The form for a template, or for a new one; lines that were taken out are not in it. */
export function valuesOf(template: KitTemplateRecord | null): KitTemplateValues {
  if (template === null) {
    return {
      name: "",
      description: "",
      preparationHours: DAY_HOURS,
      turnaroundHours: DAY_HOURS,
      lines: [emptyLine],
    };
  }
  const { name, description, preparationMinutes, turnaroundMinutes, parts } = template;
  return {
    name,
    description,
    preparationHours: preparationMinutes / 60,
    turnaroundHours: turnaroundMinutes / 60,
    lines: parts
      .filter(({ isRemoved }) => !isRemoved)
      .map((part) => ({
        id: part.componentId,
        name: part.name,
        quantity: part.quantity,
        usage: part.usage,
        critical: part.critical,
      })),
  };
}
