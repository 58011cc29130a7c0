import { CircleAlert, CircleCheck, Clock, Info, Radio, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { type Tone, toneClass } from "./tone";

const icons: Record<Tone, ReactNode> = {
  neutral: <Info />,
  pending: <Clock />,
  active: <Radio />,
  good: <CircleCheck />,
  caution: <TriangleAlert />,
  problem: <CircleAlert />,
};

export interface NoticeProps {
  tone?: Tone;
  title: ReactNode;
  /** The cause, the other party, the time. */
  children?: ReactNode;
  /** The next step, as buttons or links. */
  actions?: ReactNode;
  /** `alert` interrupts a screen reader: failures only (U-37). `status` waits; leave out for what is simply there. */
  role?: "alert" | "status";
}

/** A message in place. Every red says why and offers the next step. */
export function Notice({ tone = "neutral", title, children, actions, role }: NoticeProps) {
  return (
    <div
      role={role}
      className={cn("flex gap-2.5 rounded-control px-3 py-2.5 text-cell wrap-anywhere", toneClass[tone])}
    >
      <span className="mt-0.5">{icons[tone]}</span>
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {children === undefined ? null : <div className="mt-0.5 max-w-prose text-text">{children}</div>}
        {actions === undefined ? null : <div className="mt-2 flex flex-wrap gap-2 text-text">{actions}</div>}
      </div>
    </div>
  );
}
