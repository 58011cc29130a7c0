import { Ban, Check, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { toneTextClass, type Tone } from "@/components/ui/tone";

/** What stands against somebody and what speaks for them, as the server says it. */
export interface ShownFit {
  readonly blockers: readonly { readonly sentence: string; readonly isOverridable: boolean }[];
  readonly warnings: readonly { readonly sentence: string }[];
  readonly reasons: readonly { readonly sentence: string; readonly points: number }[];
}

/** One line each: what stops them, what to look at, what speaks for them. */
export function FitLines({ fit }: { fit: ShownFit }) {
  return (
    <ul className="grid gap-0.5 text-meta">
      {fit.blockers.map(({ sentence, isOverridable }) => (
        <FitLine key={sentence} tone={isOverridable ? "caution" : "problem"} icon={<Ban />}>
          {sentence}
          {isOverridable ? <span className="text-muted"> Needs a reason.</span> : null}
        </FitLine>
      ))}
      {fit.warnings.map(({ sentence }) => (
        <FitLine key={sentence} tone="caution" icon={<TriangleAlert />}>
          {sentence}
        </FitLine>
      ))}
      {fit.reasons.map(({ sentence, points }) => (
        <FitLine key={sentence} tone="good" icon={<Check />}>
          {sentence}
          <span className="text-subtle tabular-nums">{` +${Math.round(points)}`}</span>
        </FitLine>
      ))}
    </ul>
  );
}

function FitLine({ tone, icon, children }: { tone: Tone; icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-start gap-1.5 wrap-anywhere">
      <span aria-hidden="true" className={cn("mt-px [&_.lucide]:size-3.5", toneTextClass[tone])}>
        {icon}
      </span>
      <span className={tone === "good" ? "text-muted" : ""}>{children}</span>
    </li>
  );
}
