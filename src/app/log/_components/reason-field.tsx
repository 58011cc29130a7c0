import { useId } from "react";
import { Textarea } from "@/components/ui/input";

export interface ReasonFieldProps {
  readonly reason: string;
  readonly isMissing: boolean;
  readonly onChange: (reason: string) => void;
}

/** Why somebody has to read personal fields; it goes into the log with their name (S-54). */
export function ReasonField({ reason, isMissing, onChange }: ReasonFieldProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-cell font-medium">
        Reason
      </label>
      <p id={`${id}-hint`} className="text-meta text-muted">
        Goes into the log with your name, before the file is written.
      </p>
      <Textarea
        id={id}
        rows={2}
        maxLength={500}
        aria-describedby={isMissing ? `${id}-problem ${id}-hint` : `${id}-hint`}
        aria-invalid={isMissing || undefined}
        value={reason}
        onChange={(event) => onChange(event.target.value)}
      />
      {isMissing ? (
        <p id={`${id}-problem`} className="text-cell text-on-problem">
          Enter a reason.
        </p>
      ) : null}
    </div>
  );
}
