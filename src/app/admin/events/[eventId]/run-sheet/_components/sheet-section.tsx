import type { ReactNode } from "react";

/** A part of the sheet under its rule. */
export function SheetSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="border-b border-border pb-0.5 text-body font-semibold break-after-avoid">{title}</h3>
      <div className="pt-1.5">{children}</div>
    </section>
  );
}

/** A box for a pen; ticked where it is done already. */
export function PenBox({ isTicked = false }: { isTicked?: boolean }) {
  return (
    <span
      className="inline-flex size-4 shrink-0 items-center justify-center border border-border-control text-meta leading-none"
      aria-hidden="true"
    >
      {isTicked ? "✓" : ""}
    </span>
  );
}
