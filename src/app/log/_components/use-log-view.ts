"use client";

import { useQueryStates } from "nuqs";
import { type LogView, logParsers } from "./log-view";

/** The view in the address and the moves that change it without a page load. */
export function useLogView() {
  const [view, setView] = useQueryStates(logParsers);
  return {
    view,
    /** Narrows or widens the list. */
    change: (part: Partial<LogView>) => void setView(part, { history: "push" }),
    /** Opens an entry beside the list; Back closes it. Going on to the next one adds no step to the way back. */
    open: (id: string) =>
      void setView({ open: id }, { history: view.open === "" ? "push" : "replace", scroll: false }),
    close: () => void setView({ open: null }, { history: "push", scroll: false }),
    /** The filters now have this name. */
    keep: (saved: string) => void setView({ saved }, { history: "replace", scroll: false }),
  };
}
