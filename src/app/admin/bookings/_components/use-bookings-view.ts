"use client";

import { useQueryStates } from "nuqs";
import { type BookingsView, firstPage, viewParsers } from "./bookings-view";

/** The view in the address and the moves that change it without a page load. */
export function useBookingsView() {
  const [view, setView] = useQueryStates(viewParsers);
  return {
    view,
    /** Narrows, widens or sorts: back to the first page. */
    filter: (part: Partial<BookingsView>) => void setView({ ...firstPage, ...part }, { history: "push" }),
    /** Opens a record beside the list; Back closes it. Going on to the next one adds no step to the way back. */
    open: (bookingId: string) =>
      void setView({ open: bookingId }, { history: view.open === null ? "push" : "replace", scroll: false }),
    close: () => void setView({ open: null }, { history: "push", scroll: false }),
  };
}
