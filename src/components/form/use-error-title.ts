"use client";

import { useEffect } from "react";

const TITLE_PREFIX = "Error: ";

/** Says in the title of the page that something has to be corrected (U-17). */
export function useErrorTitle(hasErrors: boolean): void {
  useEffect(() => {
    if (!hasErrors || document.title.startsWith(TITLE_PREFIX)) return;
    document.title = TITLE_PREFIX + document.title;
    return () => {
      if (document.title.startsWith(TITLE_PREFIX)) document.title = document.title.slice(TITLE_PREFIX.length);
    };
  }, [hasErrors]);
}
