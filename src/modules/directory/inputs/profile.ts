import * as z from "zod";
import { isRealDate, parseLocalDate } from "@/values/civil";
import { idSchema, versionMax } from "@/values/ids";
import { isKeepable } from "@/values/keepable-text";
import { staffPapers } from "@/values/staff-papers";

/** What a caller may say about a person as staff: what they can do, when they are free, who likes to see them. */

const LISTED_MAX = 30;
const WEEKLY_MAX = 28;
const EXCEPTIONS_MAX = 100;

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Use ${max} characters at most.` })
    .refine(isKeepable, { error: "This holds a character that cannot be kept." });

/** Of a calendar without a clock, in years that every part of the system reads alike. */
const dateText = z
  .string({ error: "Enter a date." })
  .regex(/^(19|20|21)\d{2}-\d{2}-\d{2}$/, { error: "Enter a date, such as 14 Oct 2026." })
  .refine(isCalendarDate, { error: "This date is not in the calendar." });

function isCalendarDate(written: string): boolean {
  const date = parseLocalDate(written);
  return date !== null && isRealDate(date);
}

const validity = {
  validFrom: dateText.nullable().default(null),
  validUntil: dateText.nullable().default(null),
};
const isOrdered = ({ validFrom, validUntil }: { validFrom: string | null; validUntil: string | null }) =>
  validFrom === null || validUntil === null || validFrom <= validUntil;
const endsAfter = { path: ["validUntil"], error: "It ends before it begins." };

const skill = z
  .strictObject({ role: text(80).min(1, { error: "Choose a role." }), ...validity })
  .refine(isOrdered, endsAfter);
const paper = z
  .strictObject({ kind: z.enum(staffPapers, { error: "Choose a paper." }), ...validity })
  .refine(isOrdered, endsAfter);

export const profileFields = z.strictObject({
  phone: text(40).default(""),
  /** Two letters of ISO 639-1 each. */
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/, { error: "Use two letters such as en." }))
    .max(LISTED_MAX)
    .refine(isEachOnce, { error: "A language is named twice." })
    .default([]),
  home: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable()
    .default(null),
  pay: z
    .strictObject({
      /** An hour's. */
      rate: z
        .number({ error: "Enter an amount." })
        .min(0)
        .max(100_000)
        .multipleOf(0.01, { error: "Use two decimals." }),
      currency: z.string().regex(/^[A-Z]{3}$/, { error: "Use three letters such as USD." }),
    })
    .nullable()
    .default(null),
  skills: z
    .array(skill)
    .max(LISTED_MAX)
    .refine((skills) => isEachOnce(skills.map(({ role }) => role.toLowerCase())), {
      error: "A role is named twice.",
    })
    .default([]),
  papers: z
    .array(paper)
    .max(LISTED_MAX)
    .refine((papers) => isEachOnce(papers.map(({ kind }) => kind)), { error: "A paper is named twice." })
    .default([]),
});

function isEachOnce(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "Enter a time such as 09:30." });
const endClock = z.union([clock, z.literal("24:00")], { error: "Enter a time such as 17:30." });
const hours = { from: clock, to: endClock };
const isAhead = ({ from, to }: { from: string; to: string }) => from < to;
const endsLater = { path: ["to"], error: "The end comes after the start. Divide a night at 24:00." };

export const availabilityFields = z.strictObject({
  /** Null while they have not said it; empty for never. */
  weekly: z
    .array(z.strictObject({ weekday: z.int().min(1).max(7), ...hours }).refine(isAhead, endsLater))
    .max(WEEKLY_MAX)
    .nullable(),
  exceptions: z
    .array(
      z
        .strictObject({
          kind: z.enum(["off", "available"]),
          fromDate: dateText,
          untilDate: dateText,
          /** Null for whole days. */
          hours: z.strictObject(hours).refine(isAhead, endsLater).nullable().default(null),
          note: text(200).default(""),
        })
        .refine(({ fromDate, untilDate }) => fromDate <= untilDate, {
          path: ["untilDate"],
          error: "The last day comes before the first.",
        }),
    )
    .max(EXCEPTIONS_MAX, { error: `Keep ${EXCEPTIONS_MAX} exceptions at most.` }),
});

/** Zero while nothing is known of them as staff. */
const version = z.int({ error: "Reload the record." }).min(0).max(versionMax);

export const setProfileInput = z.strictObject({ recordId: idSchema, version, profile: profileFields });
export const setAvailabilityInput = z.strictObject({
  /** Oneself where it is not said. */
  userId: idSchema.optional(),
  version,
  ...availabilityFields.shape,
});
export const setPreferenceInput = z.strictObject({
  recordId: idSchema,
  clientId: idSchema,
  /** Null takes it back. */
  preference: z.enum(["preferred", "blocked"]).nullable(),
  reason: text(500).default(""),
});
export const personInput = z.strictObject({ recordId: idSchema });
export const availabilityInput = z.strictObject({ userId: idSchema.optional() });

export type ProfileFields = z.infer<typeof profileFields>;
export type Availability = z.infer<typeof availabilityFields>;

export const staffListInput = z.strictObject({
  q: text(100).optional(),
  /** Only those who do it. */
  role: text(80).optional(),
  papersEnding: z.boolean().default(false),
  includeArchived: z.boolean().default(false),
  cursor: idSchema.optional(),
  limit: z.int().min(1).max(200).default(100),
});
