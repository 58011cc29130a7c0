import type { DomainEvent } from "@/domain-events/catalog/catalog";
import type { HandlerContext } from "@/domain-events/dispatch/handler";
import { addBookingFacts, bookingFactRow } from "./reports/booking-facts";

/** Folds a slice of facts into the reports; every write is keyed by its fact, so a repeat adds nothing. */
export async function report(events: readonly DomainEvent[], context: HandlerContext): Promise<void> {
  const rows = events.map(bookingFactRow).filter((row) => row !== null);
  await addBookingFacts(context.tx, rows);
}
