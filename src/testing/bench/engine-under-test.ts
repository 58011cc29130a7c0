import type { NewEvent } from "@/domain-events/log/append";

/** What the bench asks of the floor and of the engine alike. */
export interface EngineUnderTest {
  readonly name: string;
  readonly about: string;
  /** One transaction: business row, fact, a delivery per handler. */
  append(fact: NewEvent): Promise<void>;
  /** Works off what is open until `stop`; calls back after each committed delivery. */
  start(done: (eventId: string) => void): Promise<void>;
  stop(): Promise<void>;
  /** Deliveries that are still open. */
  open(): Promise<number>;
  /** What is missing and what happened twice, over every fact and handler; both must be 0. */
  verify(): Promise<{ readonly missing: number; readonly twice: number }>;
  close(): Promise<void>;
}
