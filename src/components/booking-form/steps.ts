import type { RequestField } from "./request-values";

/** The steps of the form. `answer` comes first while the agency waits for changes, and only then. */
export const stepIds = ["answer", "what", "dates", "plan", "contact", "check"] as const;
export type StepId = (typeof stepIds)[number];

export interface StepInfo {
  readonly label: string;
  readonly title: string;
  readonly fields: readonly RequestField[];
}

export const stepInfo: Readonly<Record<StepId, StepInfo>> = {
  answer: { label: "Answer", title: "What the agency asks", fields: [] },
  what: { label: "What and where", title: "What and where", fields: ["title", "locationIds"] },
  dates: { label: "Dates", title: "When", fields: ["schedule"] },
  plan: { label: "Plan", title: "What is to happen", fields: ["plan"] },
  contact: { label: "Contact", title: "Contact and notes", fields: ["contact", "notes"] },
  check: { label: "Check", title: "Check your answers", fields: [] },
};

export const allFields: readonly RequestField[] = [
  "title",
  "locationIds",
  "schedule",
  "plan",
  "contact",
  "notes",
];

/** The step of the address, or the one this form begins with. */
export function stepOf(text: string | null, steps: readonly StepId[], first: StepId): StepId {
  return steps.find((step) => step === text) ?? first;
}

/** The step that shows a field, by its path in the form or in the command: "schedule.dates.0". */
export function stepOfPath(path: string): StepId {
  const [head] = path.split(".");
  return stepIds.find((step) => stepInfo[step].fields.some((field) => field === head)) ?? "check";
}
