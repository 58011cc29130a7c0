"use client";

import { useEffect, useRef } from "react";

/** The title of a step. Takes the focus when a step opens after another one, so that readers hear where they are. */
export function StepHeading({ title, takesFocus }: { title: string; takesFocus: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <h2 ref={heading} tabIndex={-1} className="text-title outline-none">
      {title}
    </h2>
  );
}
