"use client";

import { type ReactElement, type ReactNode, useState } from "react";
import { Popover } from "@/components/ui/popover";
import { SaveViewForm, type SaveViewFormProps } from "./save-view-form";

export interface SaveViewPopoverProps extends SaveViewFormProps {
  title: string;
  trigger: ReactElement;
  /** Above the form; gets what closes the popover. */
  children?: (close: () => void) => ReactNode;
}

/** Keeps the filters under a name, in a popover that closes with it. */
export function SaveViewPopover({ title, trigger, query, onSaved, children }: SaveViewPopoverProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <Popover title={title} isOpen={isOpen} onOpenChange={setIsOpen} trigger={trigger}>
      <div className="grid gap-3 p-3 pt-1">
        {children?.(close)}
        <div className={children && "border-t border-border pt-3"}>
          <SaveViewForm
            query={query}
            onSaved={(viewId) => {
              close();
              onSaved(viewId);
            }}
          />
        </div>
      </div>
    </Popover>
  );
}
