"use client";

import { useQueryStates } from "nuqs";
import { firstPage, type IssuesView, viewParsers } from "./issues-view";

/** The view in the address and the moves that change it without a page load. */
export function useIssuesView() {
  const [view, setView] = useQueryStates(viewParsers);
  return {
    view,
    /** Narrows or widens: back to the first page. */
    filter: (part: Partial<IssuesView>) => void setView({ ...firstPage, ...part }, { history: "push" }),
    /** Opens an issue beside the list; Back closes it. Going on to the next one adds no step to the way back. */
    open: (issueId: string) =>
      void setView({ open: issueId }, { history: view.open === null ? "push" : "replace", scroll: false }),
    close: () => void setView({ open: null }, { history: "push", scroll: false }),
  };
}
