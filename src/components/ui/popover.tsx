"use client";

import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";

export interface PopoverProps {
  trigger: ReactElement;
  title?: string;
  children: ReactNode;
  align?: "start" | "center" | "end";
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

/** A small panel at its button, for the desk: filters, the notification list, a peek. */
export function Popover({ trigger, title, children, align = "end", isOpen, onOpenChange }: PopoverProps) {
  return (
    <BasePopover.Root
      {...(isOpen !== undefined && { open: isOpen })}
      {...(onOpenChange && { onOpenChange: (open: boolean) => onOpenChange(open) })}
    >
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner sideOffset={6} align={align} collisionPadding={8} className="z-overlay">
          <BasePopover.Popup className="popup max-h-(--available-height) w-80 max-w-(--available-width) overflow-y-auto">
            {title === undefined ? null : (
              <BasePopover.Title className="px-3 pt-2.5 pb-1 text-cell font-semibold">
                {title}
              </BasePopover.Title>
            )}
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
