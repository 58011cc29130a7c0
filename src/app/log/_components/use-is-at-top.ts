import { useSyncExternalStore } from "react";

/** So far down the first rows are still in sight. */
const TOP_PX = 60;

function watch(changed: () => void): () => void {
  window.addEventListener("scroll", changed, { passive: true });
  return () => window.removeEventListener("scroll", changed);
}

/** True while the page stands at its top: a list that grows there moves nothing that is being read. */
export function useIsAtTop(): boolean {
  return useSyncExternalStore(
    watch,
    () => window.scrollY < TOP_PX,
    () => true,
  );
}
