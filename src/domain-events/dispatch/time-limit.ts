/** The handler did not finish in time. Its connection was thrown away and its server process ended. */
export class HandlerTimeoutError extends Error {
  constructor(timeoutMs: number) {
    super(`The handler did not finish within ${timeoutMs} ms.`);
    this.name = "HandlerTimeoutError";
  }
}

export interface TimeLimitOptions {
  readonly timeoutMs: number;
  /** Aborted from outside when the process may wait no longer. */
  readonly stop: AbortSignal;
}

/**
 * How long one delivery may take. A signal is made only for the handler that asks for it: making and aborting one for
 * each of thousands of deliveries a second costs more than the rest of the limit.
 */
export class TimeLimit {
  /** Why time is up; undefined as long as it is not. */
  reason: unknown;
  readonly #stop: AbortSignal;
  readonly #timer: NodeJS.Timeout;
  #controller: AbortController | undefined;
  #reject: ((reason: unknown) => void) | undefined;

  constructor({ timeoutMs, stop }: TimeLimitOptions) {
    this.#stop = stop;
    this.#timer = setTimeout(() => this.#end(new HandlerTimeoutError(timeoutMs)), timeoutMs);
    if (stop.aborted) this.#end(stop.reason);
    else stop.addEventListener("abort", this.#onStop);
  }

  /** True from the moment at which time is up. */
  get isOver(): boolean {
    return this.reason !== undefined;
  }

  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.isOver) this.#controller.abort(this.reason);
    }
    return this.#controller.signal;
  }

  /** Settles as the work does, or rejects with the reason when time is up before. */
  race(work: Promise<void>): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      if (this.isOver) reject(this.reason);
      else this.#reject = reject;
      // What the loser rejects with later is nobody's business any more.
      work.then(resolve, reject);
    });
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#stop.removeEventListener("abort", this.#onStop);
    this.#reject = undefined;
  }

  readonly #onStop = (): void => this.#end(this.#stop.reason);

  #end(reason: unknown): void {
    this.reason = reason;
    this.#controller?.abort(reason);
    this.#reject?.(reason);
  }
}
