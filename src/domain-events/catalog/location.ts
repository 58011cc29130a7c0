import * as z from "zod";
import { extension, inCategory, seed } from "./define";
import { exampleIds } from "./example-ids";
import { id, impactLevel, instant, label, photoUrls, text } from "./fields";

const venue = { eventId: id, locationId: id };
const venueClasses = { eventId: "business", locationId: "business" } as const;
const venueExample = { eventId: exampleIds.event, locationId: exampleIds.location };

/** The location events of event-schema.md section 6, and their extensions. */
export const locationEvents = inCategory("location", {
  LOCATION_CONFIRMED: seed({
    meaning: "The venue of an event instance is confirmed.",
    sources: ["locations.confirm"],
    schema: z.strictObject({
      ...venue,
      confirmedBy: id,
      confirmedAt: instant,
      contactPerson: z
        .strictObject({ name: label, phone: z.string().max(50), email: z.string().max(320) })
        .exactOptional(),
      specialInstructions: text.exactOptional(),
      accessDetails: text.exactOptional(),
    }),
    classes: {
      ...venueClasses,
      confirmedBy: "person-id",
      confirmedAt: "business",
      contactPerson: { name: "contact", phone: "contact", email: "contact" },
      specialInstructions: "free-text",
      accessDetails: "access",
    },
    example: {
      ...venueExample,
      confirmedBy: exampleIds.manager,
      confirmedAt: "2026-10-14T13:00:00.000Z",
      contactPerson: { name: "Rosa Lind", phone: "+1 212 555 0100", email: "rosa.lind@venue.example" },
      specialInstructions: "No amplified sound before 11:00.",
      accessDetails: "Gate on the north side, code at the desk.",
    },
  }),
  LOCATION_ISSUE_REPORTED: seed({
    meaning: "Somebody reported a problem with a venue.",
    sources: ["locations.report-issue"],
    schema: z.strictObject({
      ...venue,
      reportedBy: id,
      reportedAt: instant,
      issueType: z.enum(["access", "facilities", "space", "safety", "other"]),
      description: text,
      impactLevel,
      photoUrls: photoUrls.exactOptional(),
      needsImmediate: z.boolean(),
    }),
    classes: {
      ...venueClasses,
      reportedBy: "person-id",
      reportedAt: "business",
      issueType: "business",
      description: "free-text",
      impactLevel: "business",
      photoUrls: "image",
      needsImmediate: "business",
    },
    example: {
      ...venueExample,
      reportedBy: exampleIds.manager,
      reportedAt: "2026-10-31T12:30:00.000Z",
      issueType: "access",
      description: "The loading gate is locked.",
      impactLevel: "major",
      photoUrls: ["/photos/0199c8a0-1000-7000-8000-0000000000f4"],
      needsImmediate: true,
    },
  }),
  LOCATION_CONFIRMATION_REVOKED: extension({
    meaning: "The venue of an event instance is no longer confirmed.",
    sources: ["locations.revoke-confirmation"],
    schema: z.strictObject({ ...venue, revokedBy: id, revokedAt: instant, reason: text }),
    classes: { ...venueClasses, revokedBy: "person-id", revokedAt: "business", reason: "free-text" },
    example: {
      ...venueExample,
      revokedBy: exampleIds.manager,
      revokedAt: "2026-10-20T13:00:00.000Z",
      reason: "The venue withdrew its permit.",
    },
  }),
});
