import "server-only";
import { fetchIfThere, trpc } from "@/trpc/server";

/** "BK-1042 Tea tasting" for the title of a booking's pages (U-8); "Booking" when there is none. */
export async function bookingTitle(bookingId: string): Promise<string> {
  const booking = await fetchIfThere(trpc.bookings.byId.queryOptions({ bookingId }));
  return booking ? `${booking.number} ${booking.title}` : "Booking";
}
