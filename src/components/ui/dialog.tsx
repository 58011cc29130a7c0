"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";

export interface DialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  /** What will happen, to how many people (U-34). */
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the main one last; it carries the verb. */
  footer?: ReactNode;
  /** `wide` for previews with a table. */
  size?: "normal" | "wide";
}

/** A dialog for the desk. Focus goes in, stays in, and returns to the opener; Esc closes this layer only. */
export function Dialog({ isOpen, onOpenChange, title, description, children, footer, size }: DialogProps) {
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={(open) => onOpenChange(open)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-overlay bg-scrim transition-opacity duration-160 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Viewport className="fixed inset-0 z-overlay grid items-end justify-items-center overflow-y-auto sm:items-center sm:p-6">
          <BaseDialog.Popup
            className={cn(
              "popup relative flex max-h-[calc(100dvh-3rem)] w-full flex-col rounded-b-none wrap-anywhere sm:rounded-b-card",
              size === "wide" ? "sm:max-w-4xl" : "sm:max-w-lg",
            )}
          >
            <header className="pt-3 pr-14 pb-1 pl-4">
              <div className="min-w-0 py-1">
                <BaseDialog.Title className="text-title">{title}</BaseDialog.Title>
                {description === undefined ? null : (
                  <BaseDialog.Description className="mt-1 text-cell text-muted" render={<div />}>
                    {description}
                  </BaseDialog.Description>
                )}
              </div>
            </header>
            {children === undefined ? null : (
              <div className="min-h-0 flex-1 overflow-y-auto px-4 py-2">{children}</div>
            )}
            {footer === undefined ? null : (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-border px-4 py-3">
                {footer}
              </footer>
            )}
            {/* Last, so that the focus starts on the content or the first, harmless button. */}
            <BaseDialog.Close
              render={<IconButton label="Close" icon={<X />} className="absolute! top-3 right-2.5" />}
            />
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
