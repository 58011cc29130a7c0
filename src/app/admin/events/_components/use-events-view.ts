"use client";

import { useQueryStates } from "nuqs";
import { type EventsView, firstPage, viewParsers } from "./events-view";

/** The view in the address and the moves that change it without a page load. */
export function useEventsView() {
  const [view, setView] = useQueryStates(viewParsers);
  return {
    view,
    /** Narrows, widens or sorts: back to the first page. */
    filter: (part: Partial<EventsView>) => void setView({ ...firstPage, ...part }, { history: "push" }),
    /** Opens a record beside the list; Back closes it. Going on to the next one adds no step to the way back. */
    open: (eventId: string) =>
      void setView({ open: eventId }, { history: view.open === null ? "push" : "replace", scroll: false }),
    close: () => void setView({ open: null }, { history: "push", scroll: false }),
  };
}
