"use client";

import { type RefObject, useRef } from "react";
import { useShortcuts } from "./handlers";

/** P moves the focus into the panel beside the list: the ref is for its element, which has to take it. */
export function usePanelKey(): RefObject<HTMLElement | null> {
  const panel = useRef<HTMLElement>(null);
  useShortcuts({
    "list.panel": () => {
      panel.current?.focus();
      return panel.current !== null;
    },
  });
  return panel;
}
