"use client";

import { useState } from "react";

export interface LogSelection {
  /** Ids of entries; in the matrix an id and a handler with a space between. */
  readonly keys: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  readonly clear: () => void;
}

/** What is marked for an act on several at once. */
export function useLogSelection(): LogSelection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  return {
    keys,
    toggle: (key) =>
      setKeys((before) => {
        const after = new Set(before);
        if (!after.delete(key)) after.add(key);
        return after;
      }),
    clear: () => setKeys(new Set()),
  };
}
