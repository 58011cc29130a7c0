"use client";

import { useQueryStates } from "nuqs";
import { firstPage, type ReadinessPart, type ReadinessView, viewParsers } from "./readiness-view";

/** The view in the address and the moves that change it without a page load. */
export function useReadinessView() {
  const [view, setView] = useQueryStates(viewParsers);
  return {
    view,
    filter: (part: Partial<ReadinessView>) => void setView({ ...firstPage, ...part }, { history: "push" }),
    /** Opens one cell beside the matrix; Back closes it. Going on to the next one adds no step to the way back. */
    open: (eventId: string, part: ReadinessPart) =>
      void setView(
        { open: eventId, part },
        { history: view.open === null ? "push" : "replace", scroll: false },
      ),
    close: () => void setView({ open: null }, { history: "push", scroll: false }),
  };
}
