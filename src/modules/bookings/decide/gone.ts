import { ruleViolated } from "@/commands/errors";
import type { Booking } from "@/modules/bookings/booking";
import type { BookingOutside, GoneRecord } from "@/modules/bookings/outside";

const WAY_ON: Readonly<Record<GoneRecord["kind"], string>> = {
  venue: "Choose another venue, or have it brought back.",
  kit: "Choose another kit, or have it brought back.",
  client: "Have the client brought back first.",
};

/**
 * Client, venues and kits can leave the directory while a booking waits: then it is neither handed in nor
 * approved (rule 9). Throws `venue_gone`, `kit_gone` or `client_gone` with the names.
 */
export function refuseGone(booking: Pick<Booking, "id">, { gone }: BookingOutside): void {
  const [first] = gone;
  if (!first) return;
  const alike = gone.filter((record) => record.kind === first.kind);
  const names = alike.map((record) => record.name).join(", ");
  throw ruleViolated(
    `${first.kind}_gone` as const,
    `${names} ${alike.length === 1 ? "is" : "are"} not in the directory any more. ${WAY_ON[first.kind]}`,
    { bookingId: booking.id, ids: alike.map((record) => record.id) },
  );
}
