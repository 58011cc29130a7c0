"use client";

import { Download } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { DisclosureMenu } from "@/components/ui/disclosure-menu";
import { RadioGroup, type RadioOption } from "@/components/ui/radio-group";
import { type ExportFilter, type ExportFormat, sizeWords } from "./export-download";
import { useExport } from "./use-export";

const FORMATS = [
  { value: "csv", label: "CSV", hint: "For a spreadsheet: the columns of the list, then the payload." },
  { value: "ndjson", label: "NDJSON", hint: "One log entry per line, for scripts and other databases." },
  { value: "cloudevents", label: "CloudEvents", hint: "CloudEvents 1.0 as a JSON batch, for other systems." },
] as const satisfies readonly RadioOption<ExportFormat>[];

/** Saves what the filters leave as a file (U-15). */
export function ExportMenu({ filter }: { readonly filter: ExportFilter }) {
  const { state, start, stop } = useExport();
  const isRunning = state.kind === "running";
  return (
    <DisclosureMenu
      label={isRunning ? "Export, running" : "Export"}
      className="rounded-control border border-border-control bg-surface font-medium"
      summary={
        <>
          <Download />
          {isRunning ? <span className="tabular-nums">{sizeWords(state.bytes)}</span> : "Export"}
        </>
      }
    >
      <ExportPanel state={state} onStop={stop} onStart={(format) => start({ format, filter })} />
    </DisclosureMenu>
  );
}

interface ExportPanelProps {
  readonly state: ReturnType<typeof useExport>["state"];
  readonly onStart: (format: ExportFormat) => void;
  readonly onStop: () => void;
}

function ExportPanel({ state, onStart, onStop }: ExportPanelProps) {
  const name = useId();
  const [format, setFormat] = useState<ExportFormat>("csv");
  const isRunning = state.kind === "running";
  return (
    <div className="grid w-80 max-w-[calc(100vw-3rem)] gap-3 p-3">
      <p className="text-cell text-muted">
        The log entries that the filters leave, newest first, at most 100,000 in one file. Personal fields are
        masked.
      </p>
      <RadioGroup name={name} label="Format" options={FORMATS} value={format} onChange={setFormat} />
      <div className="flex items-center gap-2">
        <Button variant="primary" icon={<Download />} isPending={isRunning} onClick={() => onStart(format)}>
          Export
        </Button>
        {isRunning ? <Button onClick={onStop}>Stop</Button> : null}
        <span role="status" className="text-meta text-muted tabular-nums">
          {isRunning ? `${sizeWords(state.bytes)} so far` : null}
          {state.kind === "done" ? `Saved, ${sizeWords(state.bytes)}` : null}
        </span>
      </div>
      {state.kind === "failed" ? (
        <p role="alert" className="text-cell text-on-problem">
          {state.message}
        </p>
      ) : null}
    </div>
  );
}
