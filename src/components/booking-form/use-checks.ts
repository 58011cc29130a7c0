"use client";

import { useEffect, useState } from "react";

type Checks = typeof import("./request-checks");

/** The checks of the form, which bring zod and the schemas of the commands: never in the first load of a page. */
export function loadChecks(): Promise<Checks> {
  return import("./request-checks");
}

/** The checks, null until they are there. Without a connection they stay away; the server then has the only word. */
export function useChecks(): Checks | null {
  const [checks, setChecks] = useState<Checks | null>(null);
  useEffect(() => {
    let isHere = true;
    loadChecks().then(
      (loaded) => {
        if (isHere) setChecks(loaded);
      },
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, []);
  return checks;
}
