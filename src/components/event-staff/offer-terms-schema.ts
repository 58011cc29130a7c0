import * as z from "zod";
import { createAssignmentInput } from "@/modules/staffing/inputs";
import { isLocalDateTime } from "@/values/civil";
import type { TermsValues } from "./offer-terms-values";

const offer = createAssignmentInput.shape.offer.unwrap();
const { instructions } = createAssignmentInput.shape;

/** How an offer is made, as the server is told; what is wrong stands where it was typed. */
export const offerTermsSchema = z.custom<TermsValues>().transform((values, context) => {
  const wish = wishOf(values);
  const problems = [
    ...problemsOf("answer", values.answerDay, values.answerTime),
    ...problemsOf("stop", values.stopDay, values.stopTime),
    ...readProblems(offer.safeParse(wish.offer).error),
    ...readProblems(instructions.safeParse(wish.instructions).error, "instructions"),
  ];
  for (const { path, message } of problems) context.addIssue({ code: "custom", message, path: [path] });
  return problems.length > 0 ? z.NEVER : wish;
});

export type OfferWish = z.output<typeof offerTermsSchema>;

function wishOf(values: TermsValues) {
  const { rate, currency, autoNext } = values;
  const hasPay = rate.trim() !== "" || currency.trim() !== "";
  const responseDeadline = momentOf(values.answerDay, values.answerTime);
  const stopAt = momentOf(values.stopDay, values.stopTime);
  return {
    instructions: values.instructions,
    offer: {
      autoNext,
      ...(hasPay && { compensation: { rate: toNumber(rate), currency: currency.trim().toUpperCase() } }),
      ...(responseDeadline !== null && { responseDeadline }),
      ...(stopAt !== null && { stopAt }),
    },
  };
}

/** As the venue's clock shows it; null while it is not all there or cannot be read. */
function momentOf(day: string, time: string): string | null {
  const moment = `${day}T${time}`;
  return isLocalDateTime(moment) ? moment : null;
}

/** A text that is no number stays one that the schema refuses. */
function toNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text.trim().replace(",", "."));
}

interface Problem {
  readonly path: keyof TermsValues;
  readonly message: string;
}

/** Both or neither: a day without a time says no moment. */
function problemsOf(name: "answer" | "stop", day: string, time: string): readonly Problem[] {
  if (day === "" && time === "") return [];
  const [dayPath, timePath] = [`${name}Day`, `${name}Time`] as const;
  return [
    ...(isLocalDateTime(`${day}T00:00`)
      ? []
      : [{ path: dayPath, message: "Enter a real date, for example 14 Oct 2026." }]),
    ...(isLocalDateTime(`2000-01-01T${time}`)
      ? []
      : [{ path: timePath, message: "Enter a time, for example 9:30." }]),
  ];
}

function readProblems(error: z.ZodError | undefined, only?: keyof TermsValues): readonly Problem[] {
  return (error?.issues ?? []).map(({ path, message }) => ({ path: only ?? placeOf(path), message }));
}

function placeOf(path: readonly PropertyKey[]): keyof TermsValues {
  if (path.includes("rate")) return "rate";
  if (path.includes("currency")) return "currency";
  return path.includes("stopAt") ? "stopDay" : "answerDay";
}
