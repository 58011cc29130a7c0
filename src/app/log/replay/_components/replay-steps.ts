/** What one step came to, as `log.replay` answers it. */
export interface StepAnswer {
  readonly count: number;
  readonly next: StepCursor | null;
  readonly waiting: number;
}

export interface StepCursor {
  readonly recordedAt: string;
  readonly position: string;
}

export interface StepsOptions {
  step(after: StepCursor | undefined): Promise<StepAnswer>;
  /** Told after each step: entries queued so far, and replayed deliveries that are open. */
  onStep(queued: number, waiting: number): void;
  isStopped(): boolean;
  /** Resolves when it is time to ask again while too many are open. */
  pause(): Promise<void>;
}

/** Takes step after step until the range is through or somebody stops it; resolves to which of the two. */
export async function takeSteps(options: StepsOptions): Promise<"done" | "stopped"> {
  let after: StepCursor | undefined;
  let queued = 0;
  while (!options.isStopped()) {
    const { count, next, waiting } = await options.step(after);
    queued += count;
    options.onStep(queued, waiting);
    if (next === null) return "done";
    const isHeldBack = count === 0 && next.position === (after?.position ?? "0");
    after = next;
    if (isHeldBack) await options.pause();
  }
  return "stopped";
}
