"use client";

import { useEffect, useState } from "react";
import { useShortcuts } from "./handlers";
import { cursorAt, type WantedRow } from "./row-cursor";

export interface ListKeys {
  /** Rows on this page of the list. */
  count: number;
  /** What each row is, so that the cursor stays with its record when rows come and go; else it stays at its place. */
  idOf?: (index: number) => string | undefined;
  onMove?: (index: number) => void;
  /** Enter: the record itself. */
  onOpen: (index: number) => void;
  /** Space: the record beside the list; opens it when left out. */
  onPeek?: (index: number) => void;
  onSelect?: (index: number) => void;
  /** Esc while no layer is open: give up the selection. */
  onEscape?: () => void;
}

/** The row cursor of a list: J, K and arrows move, X selects, Space peeks, Enter opens (U-3). */
export function useListKeys(list: ListKeys) {
  const { count, idOf, onMove, onOpen, onPeek = onOpen, onSelect, onEscape } = list;
  const [wanted, setWanted] = useState<WantedRow | null>(null);
  const cursor = cursorAt(wanted, { count, idOf });
  const setCursor = (index: number | null) => setWanted(index === null ? null : { index, id: idOf?.(index) });
  const move = (step: number) => {
    if (count === 0) return false;
    const next = cursor === null ? (step > 0 ? 0 : count - 1) : cursor + step;
    const bounded = Math.max(0, Math.min(next, count - 1));
    setCursor(bounded);
    onMove?.(bounded);
    return true;
  };
  const atCursor = (act: ((index: number) => void) | undefined) => {
    if (cursor === null || act === undefined) return false;
    act(cursor);
    return true;
  };
  useShortcuts({
    "list.next": () => move(1),
    "list.previous": () => move(-1),
    "list.select": () => atCursor(onSelect),
    "list.peek": (event) => !isOnControl(event.target) && atCursor(onPeek),
    "list.open": (event) => !isOnControl(event.target) && atCursor(onOpen),
    "list.escape": () => {
      onEscape?.();
      // The drawer and other layers hear the same key.
      return false;
    },
  });
  useEffect(() => {
    if (cursor !== null) document.querySelector("[data-cursor]")?.scrollIntoView({ block: "nearest" });
  }, [cursor]);
  return { cursor, setCursor };
}

/** Enter and Space belong to the link or button that has the focus. */
function isOnControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("a, button, summary, input, [role=button]") !== null;
}
