import { useEffect, useRef, useState } from "react";
import { downloadExport, type ExportWish, isStopped } from "./export-download";

export type ExportState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly bytes: number }
  | { readonly kind: "done"; readonly bytes: number }
  | { readonly kind: "failed"; readonly message: string };

/** One export at a time, with how far it is; leaving the screen stops it. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ kind: "idle" });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = (wish: ExportWish) => {
    const stopper = new AbortController();
    running.current = stopper;
    let bytes = 0;
    setState({ kind: "running", bytes });
    const onBytes = (soFar: number) => {
      bytes = soFar;
      setState({ kind: "running", bytes });
    };
    downloadExport(wish, { signal: stopper.signal, onBytes }).then(
      () => setState({ kind: "done", bytes }),
      (error: unknown) => setState(isStopped(error) ? { kind: "idle" } : failure(error)),
    );
  };

  return { state, start, stop: () => running.current?.abort() };
}

function failure(error: unknown): ExportState {
  return {
    kind: "failed",
    message: error instanceof Error ? error.message : "The log could not be exported.",
  };
}
