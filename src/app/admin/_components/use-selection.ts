"use client";

import { useState } from "react";

/** Selected rows by id; they stay selected on other pages of the list. Shift selects a range. */
export function useSelection<Row>(rows: readonly Row[], idOf: (row: Row) => string) {
  const [selected, setSelected] = useState<ReadonlyMap<string, Row>>(new Map());
  const [anchor, setAnchor] = useState<string | null>(null);
  const set = (changed: readonly Row[], isSelected: boolean) => {
    const next = new Map(selected);
    for (const row of changed) {
      if (isSelected) next.set(idOf(row), row);
      else next.delete(idOf(row));
    }
    setSelected(next);
  };
  const toggle = (id: string, withShift: boolean) => {
    const at = rows.findIndex((row) => idOf(row) === id);
    const from = withShift ? rows.findIndex((row) => idOf(row) === anchor) : -1;
    const [first, last] = from < 0 ? [at, at] : [Math.min(from, at), Math.max(from, at)];
    set(rows.slice(first, last + 1), !selected.has(id));
    setAnchor(id);
  };
  return {
    ids: new Set(selected.keys()),
    /** As they are now on this page, or as they were when they were selected. */
    rows: [...selected].map(([id, old]) => rows.find((row) => idOf(row) === id) ?? old),
    toggle,
    toggleAll: (isSelected: boolean) => set(rows, isSelected),
    clear: () => setSelected(new Map()),
  };
}
