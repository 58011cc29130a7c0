"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";

export interface LeaveGuardProps {
  isDirty: boolean;
  /** What would be lost: "the changes to BK-1042". */
  what: string;
  /** Where it stays all the same: "It stays on this device for 7 days." Then leaving loses nothing. */
  kept?: string;
  /** Throws away what would stay; only with `kept`. */
  onDiscard?: () => void;
}

/** Asks before unsaved changes are lost: on closing the tab and on a press of a link inside the product (U-23). */
export function LeaveGuard({ isDirty, what, kept, onDiscard }: LeaveGuardProps) {
  const [target, setTarget] = useState<Route | null>(null);
  const router = useRouter();
  useEffect(() => {
    if (!isDirty) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const wanted = pageChange(event);
      if (wanted === null) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(wanted);
    };
    window.addEventListener("beforeunload", onUnload);
    // The capture phase comes before the router's own handler on the link.
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, { capture: true });
    };
  }, [isDirty]);
  const leave = () => {
    if (target !== null) router.push(target);
    setTarget(null);
  };
  const discard = () => {
    onDiscard?.();
    leave();
  };
  return (
    <Sheet
      isOpen={target !== null}
      onClose={() => setTarget(null)}
      title={kept === undefined ? "Leave without saving?" : "Leave for now?"}
      footer={
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="danger" onClick={discard}>
            Discard changes
          </Button>
          {kept === undefined ? null : <Button onClick={leave}>Leave and keep</Button>}
          <Button variant="primary" onClick={() => setTarget(null)}>
            Keep editing
          </Button>
        </div>
      }
    >
      <p className="text-cell text-muted">{kept ?? `If you leave now, ${what} will be lost.`}</p>
    </Sheet>
  );
}

/** The address a plain press would open in place of this page, or null when it stays or opens elsewhere. */
function pageChange(event: MouseEvent): Route | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || link.origin !== location.origin)
    return null;
  const isSamePage = link.pathname === location.pathname && link.search === location.search;
  return isSamePage ? null : (`${link.pathname}${link.search}${link.hash}` as Route);
}
