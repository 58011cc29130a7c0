import type { ReactNode } from "react";

/** The inner space of a desk page: header, filters, content, 16 px apart. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className="grid content-start gap-4 px-4 py-4 lg:px-6">{children}</div>;
}

/** A list with the open record beside it. `pane` is a `DetailPane` or null. */
export function DeskPanes({ children, pane }: { children: ReactNode; pane: ReactNode }) {
  return (
    <div className="flex min-h-dvh">
      <div className="min-w-0 flex-1">{children}</div>
      {pane}
    </div>
  );
}
