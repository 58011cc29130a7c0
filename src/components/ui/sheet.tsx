"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";

export interface SheetProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** The main action, full width on a phone. */
  footer?: ReactNode;
  /** `bottom` rises over the page, `left` is the navigation of a narrow desk. */
  side?: "bottom" | "left";
}

const sides = {
  bottom: "mt-auto w-full max-w-xl max-h-[92dvh] rounded-t-sheet sm:mb-auto sm:rounded-card",
  left: "mr-auto ml-0 my-0 h-dvh max-h-dvh w-72 max-w-[85vw]",
} as const;

/** A modal panel on the native `dialog` element, for phones and the portal. */
export function Sheet({ isOpen, onClose, title, children, footer, side = "bottom" }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const isPressedOutside = useRef(false);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (isOpen && !element.open) element.showModal();
    if (!isOpen && element.open) element.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      // A press that begins on a word of the panel and ends outside selects text.
      onPointerDown={(event) => {
        isPressedOutside.current = event.target === event.currentTarget;
      }}
      onClick={(event) => {
        if (isPressedOutside.current && event.target === event.currentTarget) event.currentTarget.close();
      }}
      className={cn(
        "bg-raised p-0 wrap-anywhere shadow-above",
        "transition-[opacity,translate] duration-200 ease-out starting:open:opacity-0",
        side === "bottom" ? "starting:open:translate-y-4" : "starting:open:-translate-x-4",
        "mx-auto",
        sides[side],
      )}
    >
      <div className="flex max-h-[inherit] min-h-full flex-col">
        <header className="flex items-center gap-2 px-4 pt-3 pb-1">
          <h2 id={titleId} className="min-w-0 flex-1 text-title">
            {title}
          </h2>
          <IconButton label="Close" icon={<X />} onClick={() => dialog.current?.close()} />
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-4 py-2">{children}</div>
        {footer === undefined ? null : (
          <footer className="grid gap-2 border-t border-border px-4 pt-3 pb-[max(12px,env(safe-area-inset-bottom))]">
            {footer}
          </footer>
        )}
      </div>
    </dialog>
  );
}
