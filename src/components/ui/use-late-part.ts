"use client";

import { useEffect, useState } from "react";

export interface LatePart<Part> {
  /** Null until it is there. */
  readonly part: Part | null;
  readonly hasFailed: boolean;
  readonly retry: () => void;
}

/** A part of the page that is fetched when it is first shown; `load` has to stay the same. */
export function useLatePart<Part>(load: () => Promise<Part>, known: Part | null = null): LatePart<Part> {
  const [part, setPart] = useState(() => known);
  const [tries, setTries] = useState(1);
  const [failedTries, setFailedTries] = useState(0);
  useEffect(() => {
    if (part !== null) return;
    let isHere = true;
    load().then(
      (loaded) => {
        if (isHere) setPart(() => loaded);
      },
      () => {
        if (isHere) setFailedTries(tries);
      },
    );
    return () => {
      isHere = false;
    };
  }, [load, part, tries]);
  return { part, hasFailed: part === null && failedTries === tries, retry: () => setTries(tries + 1) };
}
