import { cn } from "./cn";

export interface ProgressProps {
  label: string;
  value: number;
  max: number;
}

/** How far a longer piece of work has come: "120 of 200" beside the bar (U-39). */
export function Progress({ label, value, max }: ProgressProps) {
  const share = max > 0 ? Math.min(100, (value / max) * 100) : 0;
  return (
    <div>
      <div className="mb-1 flex justify-between gap-4 text-meta text-muted">
        <span>{label}</span>
        <span className="tabular-nums">{`${value} of ${max}`}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        className="h-1.5 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className={cn("h-full origin-left rounded-full bg-accent transition-transform duration-200")}
          style={{ transform: `scaleX(${share / 100})` }}
        />
      </div>
    </div>
  );
}
