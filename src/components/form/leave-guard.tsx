"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { guardLeaving, type Leave } from "./leaving";

export interface LeaveGuardProps {
  isDirty: boolean;
  /** What would be lost: "the changes to BK-1042". */
  what: string;
  /** Where it stays all the same: "It stays on this device for 7 days." Then leaving loses nothing. */
  kept?: string;
  /** Throws away what would stay; only with `kept`. */
  onDiscard?: () => void;
}

/** Asks before unsaved changes are lost: by a link, a key, Back, signing out or closing the tab (U-23). */
export function LeaveGuard({ isDirty, what, kept, onDiscard }: LeaveGuardProps) {
  const [wanted, setWanted] = useState<Leave | null>(null);
  const letPass = useWaysOut(isDirty, setWanted);
  const keptThen = wanted?.wipesDevice === true ? undefined : kept;
  const leave = () => {
    setWanted(null);
    if (wanted) void letPass(wanted);
  };
  const discard = () => {
    if (keptThen !== undefined) onDiscard?.();
    leave();
  };
  return (
    <Sheet
      isOpen={wanted !== null}
      onClose={() => setWanted(null)}
      title={keptThen === undefined ? "Leave without saving?" : "Leave for now?"}
      footer={
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="danger" onClick={discard}>
            Discard changes
          </Button>
          {keptThen === undefined ? null : <Button onClick={leave}>Leave and keep</Button>}
          <Button variant="primary" onClick={() => setWanted(null)}>
            Keep editing
          </Button>
        </div>
      }
    >
      <p className="text-cell text-muted">{keptThen ?? `If you leave now, ${what} will be lost.`}</p>
    </Sheet>
  );
}

/** Stops every way out while something is unsaved; what comes back lets the one pass that was agreed to. */
function useWaysOut(isDirty: boolean, onWanted: (leave: Leave) => void) {
  const router = useRouter();
  const isLeaving = useRef(false);
  useEffect(() => {
    if (!isDirty) return;
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!isLeaving.current) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const href = pageChange(event);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      onWanted({
        go: () => {
          router.push(href);
          return true;
        },
      });
    };
    const onNavigate = (event: NavigateEvent) => {
      if (isLeaving.current || !isWayBack(event)) return;
      event.preventDefault();
      const { key } = event.destination;
      onWanted({
        go: async () => {
          await navigation.traverseTo(key).committed;
          return true;
        },
      });
    };
    const history = "navigation" in window ? navigation : null;
    const release = guardLeaving(onWanted);
    window.addEventListener("beforeunload", onUnload);
    // The capture phase comes before the router's own handler on the link.
    document.addEventListener("click", onClick, { capture: true });
    history?.addEventListener("navigate", onNavigate);
    return () => {
      release();
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, { capture: true });
      history?.removeEventListener("navigate", onNavigate);
    };
  }, [isDirty, onWanted, router]);
  return async (leave: Leave) => {
    isLeaving.current = true;
    if (!(await leave.go())) isLeaving.current = false;
  };
}

/** Back or Forward to another of our pages; a step of the same form is none, and other sites unload the page. */
function isWayBack({ navigationType, cancelable, destination }: NavigateEvent): boolean {
  if (navigationType !== "traverse" || !cancelable || !destination.sameDocument) return false;
  return new URL(destination.url).pathname !== location.pathname;
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
