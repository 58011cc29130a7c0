"use client";

import { useState } from "react";
import { useShortcuts } from "@/components/keyboard/handlers";
import { useListKeys } from "@/components/keyboard/use-list-keys";
import type { ListedLine } from "./merge-lines";
import type { LogSelection } from "./use-log-selection";

export interface LogKeysOptions {
  readonly lines: readonly ListedLine[];
  /** The columns that the arrows walk through; none in the list. */
  readonly handlers: readonly string[];
  readonly openId: string;
  readonly open: (id: string) => void;
  readonly selection: LogSelection;
  /** Called with true while a row is under the cursor: the list then stands still. */
  readonly onHold: (isHeld: boolean) => void;
}

/** J, K and arrows move, Enter and Space open, X marks, Esc gives up; in the matrix the arrows also go sideways. */
export function useLogKeys({ lines, handlers, openId, open, selection, onHold }: LogKeysOptions) {
  const [column, setColumn] = useState(0);
  const handler = handlers[Math.min(column, handlers.length - 1)] ?? null;
  const openAt = (index: number) => {
    const line = lines[index];
    if (!line) return;
    keys.setCursor(index);
    onHold(true);
    open(line.id);
  };
  const selectAt = (index: number, ofHandler: string | null) => {
    const id = lines[index]?.id;
    if (id === undefined) return;
    onHold(true);
    selection.toggle(ofHandler === null ? id : `${id} ${ofHandler}`);
  };
  const release = () => {
    keys.setCursor(null);
    onHold(false);
  };
  const keys = useListKeys({
    count: lines.length,
    onMove: (index) => {
      onHold(true);
      const line = lines[index];
      // The entry beside the list follows the cursor.
      if (openId !== "" && line) open(line.id);
    },
    onOpen: openAt,
    onSelect: (index) => selectAt(index, handler),
    onEscape: () => {
      if (openId !== "") return;
      selection.clear();
      release();
    },
  });
  const sideways = (step: number) => {
    if (handlers.length === 0 || keys.cursor === null) return false;
    setColumn((before) => Math.max(0, Math.min(before + step, handlers.length - 1)));
    return true;
  };
  useShortcuts({ "list.left": () => sideways(-1), "list.right": () => sideways(1) });
  return { cursor: keys.cursor, handler, openAt, selectAt, release };
}
