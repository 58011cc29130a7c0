"use client";

import { useEffect } from "react";
import type { ShortcutAction } from "./registry";

/** Does what a key stands for; false leaves the key to the browser. */
export type ShortcutHandler = (event: KeyboardEvent) => boolean | void;

export type ShortcutHandlers = Partial<Record<ShortcutAction, ShortcutHandler>>;

const mounted: ShortcutHandlers[] = [];

/** Binds actions of the registry while the component is mounted; the newest binding of an action wins. */
export function useShortcuts(handlers: ShortcutHandlers): void {
  useEffect(() => {
    mounted.push(handlers);
    return () => {
      mounted.splice(mounted.indexOf(handlers), 1);
    };
  }, [handlers]);
}

/** Runs the newest binding of an action; true when one took the key. */
export function runShortcut(action: ShortcutAction, event: KeyboardEvent): boolean {
  const handler = mounted.filter((handlers) => handlers[action] !== undefined).at(-1)?.[action];
  return handler !== undefined && handler(event) !== false;
}
