import type { ReactNode } from "react";

export interface ActionBarProps {
  /** Left: which record, what will happen, how many people are told. */
  summary?: ReactNode;
  /** Right: the buttons, the main one last. */
  children: ReactNode;
}

/** The sticky bar at the end of a form or sheet: effects first, then the button. Sits inside the safe area. */
export function ActionBar({ summary, children }: ActionBarProps) {
  return (
    <div
      data-chrome
      data-action-bar
      className="sticky bottom-(--bottom-bar,0px) z-bar flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-border bg-surface px-4 pt-3 pb-[max(12px,env(safe-area-inset-bottom))] in-data-[density=field]:-mx-4 in-data-[density=field]:mt-auto in-data-[density=field]:pb-3"
    >
      {summary === undefined ? null : <div className="min-w-0 flex-1 text-cell text-muted">{summary}</div>}
      <div className="ml-auto flex flex-wrap gap-2 max-sm:w-full max-sm:*:flex-1">{children}</div>
    </div>
  );
}
