import type { ListedLine } from "@/app/log/_components/merge-lines";

/** A line of the log's list, of one chain and at noon of one day; what a test is about it says itself. */
export function listedLine(given: Partial<ListedLine> & Pick<ListedLine, "id">): ListedLine {
  return {
    position: "1",
    at: atNoon(0),
    type: "BOOKING_APPROVED",
    category: "booking",
    actor: "Ada Brook",
    actorId: "ada",
    source: "bookings.approve",
    title: "did it",
    tone: "neutral",
    icon: "plus",
    correlationId: "b",
    bookingNumber: null,
    causationId: null,
    depth: 0,
    isReadable: true,
    handlers: [],
    timeZone: null,
    ...given,
  };
}

/** So many milliseconds after that noon, as lines spell it. */
export function atNoon(ms: number): string {
  return new Date(Date.parse("2026-11-23T12:00:00.000Z") + ms).toISOString();
}
