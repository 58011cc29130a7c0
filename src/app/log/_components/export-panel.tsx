import { Download } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioGroup, type RadioOption } from "@/components/ui/radio-group";
import { type ExportFormat, type ExportWish, sizeWords } from "./export-download";
import { ReasonField } from "./reason-field";
import type { ExportState } from "./use-export";

const FORMATS = [
  { value: "csv", label: "CSV", hint: "For a spreadsheet: the columns of the list, then the payload." },
  { value: "ndjson", label: "NDJSON", hint: "One log entry per line, for scripts and other databases." },
  { value: "cloudevents", label: "CloudEvents", hint: "CloudEvents 1.0 as a JSON batch, for other systems." },
] as const satisfies readonly RadioOption<ExportFormat>[];

export interface ExportPanelProps {
  readonly state: ExportState;
  readonly onStart: (wish: Omit<ExportWish, "filter">) => void;
  readonly onStop: () => void;
}

/** What is exported and how; personal fields only with a reason. */
export function ExportPanel({ state, onStart, onStop }: ExportPanelProps) {
  const name = useId();
  const [format, setFormat] = useState<ExportFormat>("csv");
  const [isUnmasked, setIsUnmasked] = useState(false);
  const [reason, setReason] = useState("");
  const [isReasonMissing, setIsReasonMissing] = useState(false);
  const begin = () => {
    const isMissing = isUnmasked && reason.trim() === "";
    setIsReasonMissing(isMissing);
    if (!isMissing) onStart({ format, ...(isUnmasked && { unmask: { reason } }) });
  };
  return (
    <div className="grid w-80 max-w-[calc(100vw-3rem)] gap-3 p-3 font-normal">
      <p className="text-cell text-muted">
        {`The log entries that the filters leave, newest first, at most ${isUnmasked ? "10\u00A0000" : "100\u00A0000"} in one file. ` +
          (isUnmasked ? "Personal fields stay readable." : "Personal fields are masked.")}
      </p>
      <RadioGroup name={name} label="Format" options={FORMATS} value={format} onChange={setFormat} />
      <div className="grid gap-2">
        <Checkbox
          label="Leave personal fields readable"
          checked={isUnmasked}
          onChange={(event) => setIsUnmasked(event.target.checked)}
        />
        {isUnmasked ? <ReasonField reason={reason} isMissing={isReasonMissing} onChange={setReason} /> : null}
      </div>
      <Progress state={state} onStart={begin} onStop={onStop} />
    </div>
  );
}

function Progress(props: {
  readonly state: ExportState;
  readonly onStart: () => void;
  readonly onStop: () => void;
}) {
  const { state, onStart, onStop } = props;
  const isRunning = state.kind === "running";
  return (
    <>
      <div className="flex items-center gap-2">
        <Button variant="primary" icon={<Download />} isPending={isRunning} onClick={onStart}>
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
    </>
  );
}
