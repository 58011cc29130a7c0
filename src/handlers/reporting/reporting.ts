import type { DomainEvent } from "@/domain-events/catalog/catalog";
import type { HandlerContext } from "@/domain-events/dispatch/handler";
import { addBookingFacts, bookingFactRow } from "./reports/booking-facts";
import { addEventFacts, eventFactRow } from "./reports/event-facts";

/** Folds a slice of facts into the reports; every write is keyed by its fact, so a repeat adds nothing. */
export async function report(events: readonly DomainEvent[], context: HandlerContext): Promise<void> {
  await addBookingFacts(context.tx, events.map(bookingFactRow).filter(isCounted));
  await addEventFacts(context.tx, events.map(eventFactRow).filter(isCounted));
}

function isCounted<Row>(row: Row | null): row is Row {
  return row !== null;
}
