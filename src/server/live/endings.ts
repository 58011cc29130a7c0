import { onProcessStop, processWide } from "@/db/process-wide";

function openEndings(): Set<AbortController> {
  return processWide("live-endings", () => {
    const endings = new Set<AbortController>();
    // An open stream would hold the process for ever.
    onProcessStop("live-streams", "streams", () => {
      for (const ending of endings) ending.abort();
    });
    return endings;
  });
}

/** A signal that fires with the given one or when the process stops, whichever comes first. */
export function untilEither(signal: AbortSignal): { readonly signal: AbortSignal; forget(): void } {
  const ending = new AbortController();
  const end = () => ending.abort();
  if (signal.aborted) end();
  signal.addEventListener("abort", end);
  openEndings().add(ending);
  return {
    signal: ending.signal,
    forget: () => {
      signal.removeEventListener("abort", end);
      openEndings().delete(ending);
    },
  };
}
