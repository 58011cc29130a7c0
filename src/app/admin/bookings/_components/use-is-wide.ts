"use client";

import { useSyncExternalStore } from "react";

const WIDE = "(min-width: 640px)";

function watch(onChange: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** False on a window too narrow for a list and a record beside it. The server takes it for a wide one. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    watch,
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
}
