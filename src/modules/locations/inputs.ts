import * as z from "zod";
import { photoIdsInput } from "@/commands/photos/input";
import { idSchema } from "@/values/ids";
import { isKeepable } from "@/values/keepable-text";

/** What a caller may say about the venue of an event. Never who did it, or when: the server sets those. */

function words(what: string, max: number) {
  return z
    .string({ error: `Enter ${what}.` })
    .trim()
    .max(max, { error: `Write ${max} characters at most.` })
    .refine(isKeepable, { error: "This holds a character that cannot be kept." });
}

const needed = (what: string, max: number) => words(what, max).min(1, { error: `Enter ${what}.` });

/** The venue that the caller looked at: another one by now is a conflict. */
const venue = { eventId: idSchema, locationId: idSchema };

export const confirmLocationInput = z.strictObject({
  ...venue,
  contactPerson: z
    .strictObject({
      name: needed("the contact's name", 200),
      phone: words("the phone number", 50).default(""),
      email: z
        .union([
          z.literal(""),
          z.email({ error: "Enter an e-mail address such as name@example.com." }).max(254),
        ])
        .default(""),
    })
    .optional(),
  specialInstructions: words("the instructions", 4000).optional(),
  accessDetails: words("how to get in", 4000).optional(),
});

export const revokeConfirmationInput = z.strictObject({ ...venue, reason: needed("a reason", 1000) });

export const reportLocationIssueInput = z.strictObject({
  ...venue,
  issueType: z.enum(["access", "facilities", "space", "safety", "other"], {
    error: "Choose what kind of problem this is.",
  }),
  description: needed("what happened", 4000),
  impactLevel: z.enum(["minor", "moderate", "major"], { error: "Choose how bad it is." }),
  needsImmediate: z.boolean({ error: "Say whether somebody has to act at once." }),
  photoIds: photoIdsInput,
});

export const listVenuesInput = z.strictObject({
  /** Words of the name or the city. */
  q: words("what to look for", 100).optional(),
  /** The id of the last venue of the page before. */
  cursor: idSchema.optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListVenuesInput = z.infer<typeof listVenuesInput>;

export const venueForEventInput = z.strictObject({ eventId: idSchema });
export const venueByIdInput = z.strictObject({ locationId: idSchema });
