"use client";

import { Toast } from "@base-ui/react/toast";
import { CircleCheck, X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";

const SUCCESS_MS = 5_000;

/** Holds the toasts of the desk. Feedback about something on screen goes beside it instead (U-36). */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider timeout={SUCCESS_MS} limit={3}>
      {children}
      <Toast.Portal>
        {/* Never on the button of a bar that sticks to the same edge. */}
        <Toast.Viewport className="fixed right-4 bottom-4 z-toast flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 outline-none [body:has([data-action-bar])_&]:bottom-18 max-sm:[body:has([data-action-bar])_&]:bottom-32">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

export interface Toasts {
  /** Leaves after 5 s. `subject` is the record it is about: a newer toast on it replaces the older (U-35). */
  success: (title: string, subject?: string) => void;
}

/** Shows toasts; only below `ToastProvider`. */
export function useToasts(): Toasts {
  const manager = Toast.useToastManager();
  return {
    success: (title, subject) => {
      if (subject !== undefined) manager.close(subject);
      manager.add({ title, ...(subject !== undefined && { id: subject }) });
    },
  };
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className={cn("popup flex items-start gap-2 py-2 pr-1.5 pl-3", toast.limited === true && "hidden")}
    >
      <CircleCheck className="mt-1.5 text-on-good" />
      <Toast.Content className="min-w-0 flex-1 py-1">
        <Toast.Title className="line-clamp-2 text-cell font-medium" render={<p />} />
      </Toast.Content>
      <Toast.Close aria-label="Close" render={<IconButton label="Close" icon={<X />} />} />
    </Toast.Root>
  ));
}
