import * as z from "zod";
import type { ContentDifference } from "./difference-words";
import type { Verdict } from "./why-words";

/** What a refused decision brings along to explain itself. */

const differences = z.object({
  differences: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});

/** What changed since the version under review; empty for other refusals. */
export function differencesOf(data: unknown): readonly ContentDifference[] {
  return differences.safeParse(data).data?.differences ?? [];
}

const clash = z.object({
  startsAt: z.string(),
  venueName: z.string(),
  bookingId: z.string(),
  bookingNumber: z.number(),
  bookingTitle: z.string(),
  clientId: z.string(),
  otherStartsAt: z.string(),
  otherEndsAt: z.string(),
  strength: z.enum(["approved", "held", "asked"]),
});

const blocked = z.object({
  blocked: z.array(
    z.object({
      dateId: z.string(),
      startsAt: z.string(),
      verdict: z.enum(["clear", "note", "blocked"]),
      warnings: z.array(
        z.discriminatedUnion("kind", [
          z.object({ kind: z.literal("past") }),
          z.object({ kind: z.literal("venue_clash"), clash }),
          z.object({ kind: z.literal("duplicate"), clash }),
        ]),
      ),
    }),
  ),
});

/** The dates that cannot be approved as things stand now; empty for other refusals. */
export function blockedOf(data: unknown): readonly Verdict[] {
  return blocked.safeParse(data).data?.blocked ?? [];
}
