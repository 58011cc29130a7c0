"use client";

import { ReportButton } from "@/components/problem/report-button";
import type { ProblemPlace } from "./forms/problem-wish";

const loadForm = () => import("./forms/shift-problem-form").then((part) => part.ShiftProblemForm);

/** The way to tell the manager what is wrong, at hand where somebody works. */
export function ReportShiftProblem({ place }: { place: ProblemPlace }) {
  return (
    <ReportButton
      name="Report a problem"
      title="Report a problem"
      size="action"
      load={loadForm}
      props={{ place }}
    />
  );
}
