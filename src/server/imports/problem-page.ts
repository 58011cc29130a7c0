import type { ImportProblem } from "@/modules/bookings/import/problems";
import type { ProblemPageInput } from "./inputs";

/** Problems kept with a preview or a run; the rest is counted. */
const problemsKeptMax = 5_000;

/** Problems by row, with the figures of all of them. */
export interface KeptProblems {
  /** The first 5,000, errors before warnings, then by row again. */
  readonly problems: readonly ImportProblem[];
  readonly errors: number;
  readonly warnings: number;
}

/** Keeps errors first, so that a file with very many warnings does not push them out. */
export function keepProblems(problems: readonly ImportProblem[]): KeptProblems {
  const errors = problems.filter((problem) => problem.severity === "error");
  const warnings = problems.filter((problem) => problem.severity === "warning");
  return {
    problems: [...errors, ...warnings].slice(0, problemsKeptMax).sort((a, b) => a.row - b.row),
    errors: errors.length,
    warnings: warnings.length,
  };
}

export interface ProblemPage extends KeptProblems {
  /** Problems of the chosen severity that can be paged through. */
  readonly shown: number;
}

export function problemPage(kept: KeptProblems, { severity, offset, limit }: ProblemPageInput): ProblemPage {
  const chosen = severity ? kept.problems.filter((problem) => problem.severity === severity) : kept.problems;
  return { ...kept, problems: chosen.slice(offset, offset + limit), shown: chosen.length };
}
