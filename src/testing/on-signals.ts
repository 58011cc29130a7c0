const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * Lets a program that is told to stop end what it has started: a server of its own would go on without it. The returned
 * function takes that back.
 */
export function onSignals(dispose: () => Promise<void>): () => void {
  const stop = () => {
    // What is under way fails when its server goes, and would end the process before everything is put away.
    process.on("uncaughtException", () => undefined);
    dispose().finally(() => process.exit(1));
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  return () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
}
