import pg from "pg";
import { reconnectDelayMs } from "./backoff";
import { WAKE_CHANNEL, wakeHere, wakeSender } from "./wake";

export interface ListenerOptions {
  /** A direct connection, not through a pooler. */
  readonly url: string;
  /** Milliseconds between two signs of life asked of the connection. Default 10,000. */
  readonly heartbeatMs?: number;
  /** Milliseconds the connection may take to answer. Default 5,000. */
  readonly answerMs?: number;
}

export interface WakeListener {
  /** True while the connection stands. */
  readonly listening: boolean;
  stop(): Promise<void>;
}

/**
 * Listens for other processes' wake-ups on a connection of its own; asks it for a sign of life, since a
 * half-open connection stays silent for ever, and makes a new one when it fails. Never throws: polling goes on
 * without it.
 */
export function listenForWake({
  url,
  heartbeatMs = 10_000,
  answerMs = 5_000,
}: ListenerOptions): WakeListener {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let listening = false;
  let tries = 0;

  const later = (run: () => void, delayMs: number) => {
    if (stopped) return;
    timer = setTimeout(run, delayMs);
    timer.unref();
  };
  const fail = (failed: pg.Client) => {
    if (client !== failed) return;
    client = undefined;
    listening = false;
    discard(failed);
    later(connect, reconnectDelayMs(tries++, Math.random()));
  };
  const beat = (current: pg.Client) => {
    if (client !== current) return;
    withLimit(current.query("SELECT 1"), answerMs).then(
      () => later(() => beat(current), heartbeatMs),
      () => fail(current),
    );
  };
  const connect = () => {
    const next = new pg.Client({
      connectionString: url,
      application_name: "muster-listener",
      keepAlive: true,
      connectionTimeoutMillis: answerMs,
    });
    client = next;
    next.on("error", () => fail(next));
    next.on("end", () => fail(next));
    next.on("notification", ({ payload }) => {
      if (payload !== wakeSender()) wakeHere();
    });
    const ready = next.connect().then(() => next.query(`LISTEN ${WAKE_CHANNEL}`));
    withLimit(ready, answerMs).then(
      () => {
        listening = true;
        tries = 0;
        // What was said while nobody listened.
        wakeHere();
        later(() => beat(next), heartbeatMs);
      },
      () => fail(next),
    );
  };
  connect();
  return {
    get listening() {
      return listening;
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      const last = client;
      client = undefined;
      listening = false;
      if (last) discard(last);
    },
  };
}

function discard(client: pg.Client): void {
  client.removeAllListeners();
  client.on("error", () => undefined);
  // A polite end would wait for ever on a connection that no longer answers.
  const connection: unknown = Reflect.get(client, "connection");
  const stream: unknown =
    typeof connection === "object" && connection ? Reflect.get(connection, "stream") : undefined;
  if (typeof stream === "object" && stream && "destroy" in stream && typeof stream.destroy === "function") {
    stream.destroy();
  }
}

function withLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer in time")), limitMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
