import type { RequestValues } from "./request-values";

const KEEP_AFTER_MS = 400;

/**
 * The answers of all steps while the form is open, outside of React: a step reads them when it opens and hands
 * every change back, so that going back, a crash or a failed request loses nothing (U-19, U-23).
 */
export class RequestStore {
  private readonly untouched: string;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isOver = false;

  constructor(
    private present: RequestValues,
    private readonly listeners: {
      /** Called at the first change. */
      readonly onDirty: () => void;
      /** Called a moment after the last of some changes. */
      readonly onKeep: (values: RequestValues) => void;
    },
    isRecovered: boolean,
  ) {
    this.untouched = isRecovered ? "" : JSON.stringify(present);
  }

  get values(): RequestValues {
    return this.present;
  }

  /** What a step's fields hold now. */
  change(values: RequestValues): void {
    const copy = structuredClone(values);
    if (this.isOver || JSON.stringify(copy) === JSON.stringify(this.present)) return;
    this.present = copy;
    if (JSON.stringify(copy) !== this.untouched) this.listeners.onDirty();
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), KEEP_AFTER_MS);
  }

  /** Keeps at once what waits, when the page is about to go away. */
  keep(): void {
    if (this.timer === null) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.listeners.onKeep(this.present);
  }

  /** Sent or discarded: nothing is kept from here on. */
  end(): void {
    this.isOver = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
