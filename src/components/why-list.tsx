import type { ReactNode } from "react";
import { TriangleAlert } from "lucide-react";

export interface Why {
  id: string;
  /** What collides, with whom, from when to when: "Two people are on EV-221 until 13:00." */
  text: ReactNode;
  /** The next step: open the other record, pick an alternative, override. */
  actions?: ReactNode;
}

/** The reasons behind a red or amber mark, each with its next step. */
export function WhyList({ label = "Why", reasons }: { label?: string; reasons: readonly Why[] }) {
  return (
    <ul aria-label={label} className="grid gap-1">
      {reasons.map((reason) => (
        <li key={reason.id} className="flex flex-wrap items-start gap-x-2 gap-y-1 text-cell">
          <TriangleAlert className="mt-0.5 text-on-caution" />
          <span className="min-w-0 flex-1 wrap-anywhere">{reason.text}</span>
          {reason.actions}
        </li>
      ))}
    </ul>
  );
}
