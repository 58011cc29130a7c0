"use client";

import { useEffect, useEffectEvent } from "react";

export interface ListKeys {
  /** Ids of the rows in their order. */
  ids: readonly string[];
  cursorId: string | null;
  onCursor: (id: string) => void;
  /** Enter: the record as a page. */
  onOpen: (id: string) => void;
  /** Space: the record beside the list. */
  onPeek?: (id: string) => void;
  /** X: into the selection and out of it. */
  onSelect?: (id: string) => void;
  onEscape?: () => void;
  /** Id of the search field that "/" jumps to. */
  searchId?: string;
}

/** The keys of a desk list (U-3): J K and arrows, X, Space, Enter, Esc, and "/" for its search. */
export function useListKeys(list: ListKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isMeantElsewhere(event)) return;
    if (act(event, list)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

/** True when the key meant something here. */
function act(event: KeyboardEvent, list: ListKeys): boolean {
  const { ids, cursorId } = list;
  const at = cursorId === null ? -1 : ids.indexOf(cursorId);
  const current = ids[at];
  switch (event.key) {
    case "j":
    case "ArrowDown":
      return move(list, at + 1);
    case "k":
    case "ArrowUp":
      return move(list, at < 0 ? 0 : at - 1);
    case "x":
      if (current !== undefined) list.onSelect?.(current);
      return current !== undefined;
    case " ":
    case "Enter":
      if (current === undefined || isOnOtherControl(event)) return false;
      if (event.key === "Enter") list.onOpen(current);
      else list.onPeek?.(current);
      return true;
    case "/":
      if (list.searchId === undefined) return false;
      document.getElementById(list.searchId)?.focus();
      return true;
    case "Escape":
      list.onEscape?.();
      return false;
    default:
      return false;
  }
}

function move({ ids, onCursor }: ListKeys, to: number): boolean {
  const id = ids[Math.max(0, Math.min(ids.length - 1, to))];
  if (id === undefined) return false;
  onCursor(id);
  requestAnimationFrame(() =>
    document.querySelector("tr[data-cursor]")?.scrollIntoView({ block: "nearest" }),
  );
  return true;
}

/** Keys belong to whoever types, to an open layer, and to the browser's own shortcuts. */
function isMeantElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target instanceof Element ? event.target : null;
  const types = target?.closest("input:not([type=checkbox]),textarea,select,[contenteditable],[role=combobox]");
  return Boolean(types) || document.querySelector("[role=dialog],dialog[open],[role=menu]") !== null;
}

/** Enter and Space on a button or a link of its own press that one; the row under the cursor is no other. */
function isOnOtherControl(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  const control = target?.closest("a,button,input,summary,[role=separator]");
  return Boolean(control) && !target?.closest("tr[data-cursor]");
}
