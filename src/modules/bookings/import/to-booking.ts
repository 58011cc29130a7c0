import type * as z from "zod";
import type { importInput } from "@/modules/bookings/inputs";
import { instantMs } from "@/values/civil";
import type { ImportGroup } from "./plan-import";

/** What a booking is about when the file does not say. */
const activityByDefault = "Event";

/**
 * The wish that a row group becomes. Its plan is one activity, named by the group's category, as long as its
 * shortest date, without people and kits: a file does not say who is needed.
 */
export function toBooking(
  group: ImportGroup,
  { clientId, locationIds }: { clientId: string; locationIds: readonly string[] },
): z.input<typeof importInput> {
  const dates = group.dates.map((date) => ({
    localStart: date.localStart,
    durationMinutes: (instantMs(date.endsAt) - instantMs(date.startsAt)) / 60_000,
  }));
  return {
    clientId,
    importKey: group.externalId,
    title: group.title,
    locationIds: [...new Set(locationIds)],
    schedule: { kind: "dates", dates },
    plan: {
      activities: [
        {
          type: group.category ?? activityByDefault,
          description: "",
          durationMinutes: Math.min(...dates.map((date) => date.durationMinutes)),
          roles: [],
          kits: [],
        },
      ],
    },
    contact: null,
    notes: group.notes ?? "",
  };
}
