import * as z from "zod";
import { photoIdsInput } from "@/commands/photos/input";
import { idSchema } from "@/values/ids";
import { neededWords, writtenWords } from "@/values/written-words";

/** What a caller may say about the venue of an event. Never who did it, or when: the server sets those. */

/** The venue that the caller looked at: another one by now is a conflict. */
const venue = { eventId: idSchema, locationId: idSchema };

export const confirmLocationInput = z.strictObject({
  ...venue,
  contactPerson: z
    .strictObject({
      name: neededWords("the contact's name", 200),
      phone: writtenWords("the phone number", 50).default(""),
      email: z
        .union([
          z.literal(""),
          z.email({ error: "Enter an e-mail address such as name@example.com." }).max(254),
        ])
        .default(""),
    })
    .optional(),
  specialInstructions: writtenWords("the instructions", 4000).optional(),
  accessDetails: writtenWords("how to get in", 4000).optional(),
});

export const revokeConfirmationInput = z.strictObject({ ...venue, reason: neededWords("a reason", 1000) });

export const reportLocationIssueInput = z.strictObject({
  ...venue,
  issueType: z.enum(["access", "facilities", "space", "safety", "other"], {
    error: "Choose what kind of problem this is.",
  }),
  description: neededWords("what happened", 4000),
  impactLevel: z.enum(["minor", "moderate", "major"], { error: "Choose how bad it is." }),
  needsImmediate: z.boolean({ error: "Say whether somebody has to act at once." }),
  photoIds: photoIdsInput,
});

export const listVenuesInput = z.strictObject({
  /** Words of the name or the city. */
  q: writtenWords("what to look for", 100).optional(),
  /** The id of the last venue of the page before. */
  cursor: idSchema.optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListVenuesInput = z.infer<typeof listVenuesInput>;

export const venueForEventInput = z.strictObject({ eventId: idSchema });
export const venueByIdInput = z.strictObject({ locationId: idSchema });
