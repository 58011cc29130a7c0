import type { TemplateRow } from "./template-columns";

export type TaskKind = TemplateRow["lines"][number]["kind"];

/** What the form holds; a due time that cannot be read stays as it was typed, which the schema refuses. */
export interface TemplateValues {
  name: string;
  activityType: string | null;
  lines: { description: string; kind: TaskKind; minutesBefore: number | string }[];
}

/** What tasks are called; the first three tick themselves from what happens. */
export const kindOptions: readonly { value: TaskKind; label: string }[] = [
  { value: "venue", label: "Venue (ticks itself)" },
  { value: "staff", label: "Staff (ticks itself)" },
  { value: "kit", label: "Kits (ticks itself)" },
  { value: "logistics", label: "Logistics" },
  { value: "other", label: "Other" },
];

export const emptyLine: TemplateValues["lines"][number] = {
  description: "",
  kind: "logistics",
  minutesBefore: 7 * 1440,
};

/** The form for a template, or for a new one. */
export function valuesOf(template: TemplateRow | null): TemplateValues {
  if (template === null) return { name: "", activityType: "", lines: [emptyLine] };
  const { name, activityType, lines } = template;
  return { name, activityType, lines: lines.map((line) => ({ ...line })) };
}

/** What is due first stands first, as it will in the checklists. */
export function inOrder<Line extends { readonly minutesBefore: number }>(lines: readonly Line[]): Line[] {
  return [...lines].sort((one, other) => other.minutesBefore - one.minutesBefore);
}
