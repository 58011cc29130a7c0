"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { type StepId, stepOf } from "./steps";

/**
 * The step in the address; opening one adds to the history, so that Back goes a step back. Read without nuqs: its
 * first load is too much for the one value that the portal keeps there. Who comes with nothing entered begins at the
 * first step, whatever step of a form that is gone the address still names.
 */
export function useStep(
  steps: readonly StepId[],
  first: StepId,
  hasAnswers: boolean,
): [StepId, (step: StepId) => void] {
  const text = useSearchParams().get("step");
  const [isAstray, setIsAstray] = useState(!hasAnswers && text !== null);
  const open = (step: StepId) => {
    const url = new URL(window.location.href);
    if (step === first) url.searchParams.delete("step");
    else url.searchParams.set("step", step);
    window.history.pushState(null, "", url);
    window.scrollTo({ top: 0 });
    setIsAstray(false);
  };
  return [isAstray ? first : stepOf(text, steps, first), open];
}
