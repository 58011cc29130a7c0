"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { cn } from "./cn";

export interface DisclosureMenuProps {
  /** The content of the button that opens it. */
  summary: ReactNode;
  label: string;
  children: ReactNode;
  /** Which corner of the button the panel hangs on. */
  corner?: "below-end" | "below-start" | "beside" | "responsive";
  className?: string;
  onOpenChange?: (isOpen: boolean) => void;
}

const corners = {
  "below-end": "top-full right-0 mt-1",
  "below-start": "top-full left-0 mt-1",
  // From the side navigation it opens over the page, in the top bar of a phone below the button.
  beside: "max-sm:top-full max-sm:right-0 max-sm:mt-1 sm:top-0 sm:left-full sm:ml-2",
  // At the foot of the side navigation it opens upwards, in the top bar of a phone downwards.
  responsive: "max-sm:top-full max-sm:right-0 max-sm:mt-1 sm:bottom-full sm:left-0 sm:mb-1",
} as const;

/** For a link in the panel: the frame stays when the page changes, and the panel would stay open over the next one. */
export function closeDisclosure(event: MouseEvent<HTMLAnchorElement>): void {
  event.currentTarget.closest("details")?.removeAttribute("open");
}

/** A panel under a button on the native `details` element: light enough for phones. Closes on Esc and outside. */
export function DisclosureMenu({
  summary,
  label,
  children,
  corner = "below-end",
  className,
  onOpenChange,
}: DisclosureMenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const element = details.current;
      if (!element?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        // The layer below hears the same key and leaves it alone.
        event.preventDefault();
        element.querySelector("summary")?.focus();
      } else if (event.target instanceof Node && element.contains(event.target)) return;
      element.open = false;
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, []);
  return (
    <details
      ref={details}
      className={cn("relative", className)}
      onToggle={(event) => onOpenChange?.(event.currentTarget.open)}
    >
      <summary
        aria-label={label}
        className="flex min-h-control items-center gap-2 rounded-control px-2 text-cell hover:bg-sunken"
      >
        {summary}
      </summary>
      <div
        className={cn(
          "absolute z-overlay min-w-52 rounded-card border border-border bg-raised p-1 shadow-above",
          corners[corner],
        )}
      >
        {children}
      </div>
    </details>
  );
}
