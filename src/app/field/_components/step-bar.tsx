import type { ReactNode } from "react";
import { ActionBar } from "@/components/ui/action-bar";

/** The bar at the foot of an event: what went wrong, then up to two buttons, the main one last. */
export function StepBar({ children, problem }: { children: ReactNode; problem?: ReactNode }) {
  return (
    <ActionBar>
      <div className="grid min-w-0 gap-2">
        {problem}
        <div className="flex min-w-0 gap-2">{children}</div>
      </div>
    </ActionBar>
  );
}
