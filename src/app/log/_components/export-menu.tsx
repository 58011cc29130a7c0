"use client";

import { Download } from "lucide-react";
import { DisclosureMenu } from "@/components/ui/disclosure-menu";
import { sizeWords } from "./export-download";
import { ExportPanel } from "./export-panel";
import type { LogFilterInput } from "./log-view";
import { useExport } from "./use-export";

/** Saves what the filters leave as a file (U-15). */
export function ExportMenu({ filter }: { readonly filter: LogFilterInput }) {
  const { state, start, stop } = useExport();
  const isRunning = state.kind === "running";
  return (
    <DisclosureMenu
      label={isRunning ? "Export, running" : "Export"}
      className="font-medium"
      summary={
        <>
          <Download />
          {isRunning ? <span className="tabular-nums">{sizeWords(state.bytes)}</span> : "Export"}
        </>
      }
    >
      <ExportPanel state={state} onStop={stop} onStart={(wish) => start({ ...wish, filter })} />
    </DisclosureMenu>
  );
}
