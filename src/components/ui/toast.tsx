"use client";

import { Toast } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Undo2, X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";

const SUCCESS_MS = 5_000;
const UNDO_MS = 10_000;

/** Holds the toasts of the desk. Feedback about something on screen goes beside it instead (U-36). */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider timeout={SUCCESS_MS} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-toast flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 outline-none">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

export interface Toasts {
  /** Leaves after 5 s. `subject` is the record it is about: a newer toast on it replaces the older (U-35). */
  success: (title: string, subject?: string) => void;
  /** Stays until dismissed and is read out at once. */
  failure: (title: string, description?: string, subject?: string) => void;
  /** Offers the undo for 10 s, pausing on hover and focus (U-33). */
  undo: (title: string, onUndo: () => void, subject?: string) => void;
}

/** Shows toasts; only below `ToastProvider`. */
export function useToasts(): Toasts {
  const manager = Toast.useToastManager();
  const show = (toast: Parameters<typeof manager.add>[0], subject: string | undefined) => {
    if (subject === undefined) return manager.add(toast);
    manager.close(subject);
    return manager.add({ ...toast, id: subject });
  };
  return {
    success: (title, subject) => void show({ title, type: "success" }, subject),
    failure: (title, description, subject) =>
      void show({ title, description, type: "failure", timeout: 0, priority: "high" }, subject),
    undo: (title, onUndo, subject) => {
      const id = show(
        {
          title,
          type: "undo",
          timeout: UNDO_MS,
          actionProps: {
            children: "Undo",
            onClick: () => {
              manager.close(id);
              onUndo();
            },
          },
        },
        subject,
      );
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
      <ToastIcon type={toast.type} />
      <Toast.Content className="min-w-0 flex-1 py-1">
        <Toast.Title className="line-clamp-2 text-cell font-medium" render={<p />} />
        <Toast.Description className="line-clamp-2 text-cell text-muted" />
      </Toast.Content>
      <Toast.Action className="inline-flex min-h-control items-center gap-1.5 rounded-control px-2 text-cell font-medium text-accent hover:bg-sunken" />
      <Toast.Close aria-label="Close" render={<IconButton label="Close" icon={<X />} />} />
    </Toast.Root>
  ));
}

function ToastIcon({ type }: { type: string | undefined }) {
  const className = "mt-1.5";
  if (type === "failure") return <CircleAlert className={cn(className, "text-on-problem")} />;
  if (type === "undo") return <Undo2 className={cn(className, "text-muted")} />;
  return <CircleCheck className={cn(className, "text-on-good")} />;
}
