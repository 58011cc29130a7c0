import * as z from "zod";
import { conditions } from "@/modules/kits/inputs";
import {
  damageSeverities,
  kitIssueTypes,
  prepareInput,
  reportKitIssueInput,
  swapKitInput,
} from "@/modules/kits/inputs/custody";
import { isLocalDateTime } from "@/values/civil";

const quantity = prepareInput.shape.lines.element.shape.quantity;
const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Write ${max} characters at most.` });
const condition = z.enum(conditions, { error: "Choose the condition." });
const person = z.string().min(1, { error: "Choose somebody." });
const clock = z.string().refine(isLocalDateTime, { error: "Enter a day and a time." });

/** `asked` is what the template says; less of it takes a reason, and the server decides once more. */
export const prepareSchema = z
  .object({
    lines: z.array(z.object({ componentId: z.string(), asked: z.number(), quantity })),
    shortReason: words(1000),
    notes: words(4000),
  })
  .superRefine(({ lines, shortReason }, context) => {
    if (shortReason === "" && lines.some((line) => line.quantity < line.asked)) {
      context.addIssue({ code: "custom", message: "Enter why it goes like this.", path: ["shortReason"] });
    }
  });
export type PrepareFields = z.infer<typeof prepareSchema>;

export const kitCheckOutSchema = z.object({ holderId: person, expectedReturn: clock });
export type KitCheckOutFields = z.infer<typeof kitCheckOutSchema>;

export const expectSchema = z.object({ expectedReturn: clock, reason: words(1000) });
export type ExpectFields = z.infer<typeof expectSchema>;

export const handOverSchema = z.object({
  toPersonId: person,
  /** "" to stay with the activity that it is out for. */
  toKitAssignmentId: z.string(),
  condition,
  notes: words(4000),
});
export type HandOverFields = z.infer<typeof handOverSchema>;

export const swapSchema = z.object({
  replacementInstanceId: z.string().min(1, { error: "Choose the other kit." }),
  condition,
  reason: swapKitInput.shape.reason,
});
export type SwapFields = z.infer<typeof swapSchema>;

/** Damage takes a few words about it. */
export const returnSchema = z.object({
  lines: z.array(
    z
      .object({
        componentId: z.string(),
        quantity,
        damage: z.enum(["none", ...damageSeverities]),
        words: words(1000),
      })
      .superRefine((line, context) => {
        if (line.damage !== "none" && line.words === "") {
          context.addIssue({ code: "custom", message: "Enter what is damaged.", path: ["words"] });
        }
      }),
  ),
  rest: z.enum(["last", "more"]),
  notes: words(4000),
});
export type ReturnFields = z.infer<typeof returnSchema>;

export const kitReportSchema = z.object({
  issueType: z.enum(kitIssueTypes, { error: "Choose what is wrong." }),
  impactLevel: reportKitIssueInput.shape.impactLevel,
  needsImmediate: z.boolean(),
  description: reportKitIssueInput.shape.description,
});
export type KitReportFields = z.infer<typeof kitReportSchema>;
