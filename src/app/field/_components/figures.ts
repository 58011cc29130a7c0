import { groupDigits } from "@/values/count-words";
import type { Activity } from "./event-record";

/** One line of a form: what was counted, and how much, as typed. */
export interface FigureLine {
  name: string;
  amount: string;
}

export const noFigure: FigureLine = { name: "", amount: "" };

/** What the activities counted, added up by name, to begin the event's own figures with. */
export function figuresOf(activities: readonly Pick<Activity, "outcomes">[]): FigureLine[] {
  const sums = new Map<string, number>();
  for (const { outcomes } of activities) {
    for (const [name, amount] of Object.entries(outcomes?.metrics ?? {})) {
      sums.set(name, (sums.get(name) ?? 0) + amount);
    }
  }
  return [...sums].map(([name, amount]) => ({ name, amount: String(amount) }));
}

/** A number as people type it: "1 250", "12,5", "12.5". Null when it is none, or not finite. */
export function parseAmount(text: string): number | null {
  const cleaned = text
    .trim()
    .replace(/[\s\u00A0\u202F]/g, "")
    .replace(",", ".");
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(cleaned) ? Number(cleaned) : null;
}

/** "1 250", "12.5", "1 250.5": thousands apart, the fraction as it is. */
export function amountWords(amount: number): string {
  const [whole = "", fraction] = String(amount).split(".");
  const words = groupDigits(Number(whole));
  return fraction === undefined ? words : `${words}.${fraction}`;
}
