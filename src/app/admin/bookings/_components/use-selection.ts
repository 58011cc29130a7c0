"use client";

import { useState } from "react";
import type { BookingRow } from "./booking-columns";

/** Selected bookings by id; they stay selected on other pages of the list. Shift selects a range. */
export function useSelection(rows: readonly BookingRow[]) {
  const [selected, setSelected] = useState<ReadonlyMap<string, BookingRow>>(new Map());
  const [anchor, setAnchor] = useState<string | null>(null);
  const set = (changed: readonly BookingRow[], isSelected: boolean) => {
    const next = new Map(selected);
    for (const row of changed) {
      if (isSelected) next.set(row.bookingId, row);
      else next.delete(row.bookingId);
    }
    setSelected(next);
  };
  const toggle = (id: string, withShift: boolean) => {
    const at = rows.findIndex((row) => row.bookingId === id);
    const from = withShift ? rows.findIndex((row) => row.bookingId === anchor) : -1;
    const [first, last] = from < 0 ? [at, at] : [Math.min(from, at), Math.max(from, at)];
    set(rows.slice(first, last + 1), !selected.has(id));
    setAnchor(id);
  };
  return {
    ids: new Set(selected.keys()),
    /** As they are now on this page, or as they were when they were selected. */
    rows: [...selected.values()].map((old) => rows.find((row) => row.bookingId === old.bookingId) ?? old),
    toggle,
    toggleAll: (isSelected: boolean) => set(rows, isSelected),
    clear: () => setSelected(new Map()),
  };
}
