/**
 * One value per process, made on first use and shared by every copy of this module.
 *
 * Next.js loads `instrumentation.ts` and the routes as separate module graphs, so a module variable set in
 * one is not seen by the other. The global object is shared by all of them.
 */
export function processWide<T>(name: string, make: () => T): T {
  const store = globalThis as { [key: symbol]: unknown };
  const key = Symbol.for(`muster.${name}`);
  if (!(key in store)) store[key] = make();
  return store[key] as T;
}

type Closer = () => Promise<void> | void;

interface NamedCloser {
  readonly name: string;
  readonly stage: CloseStage;
  readonly close: Closer;
}

/** The order of a graceful stop: streams first, since an open one blocks the exit for ever. */
export type CloseStage = "streams" | "requests" | "dispatcher" | "pools";

const STAGES: readonly CloseStage[] = ["streams", "requests", "dispatcher", "pools"];

function closers(): Map<string, NamedCloser> {
  return processWide("closers", () => new Map<string, NamedCloser>());
}

/** Registers what has to be closed when the process stops; a second call with the same name replaces the first. */
export function onProcessStop(name: string, stage: CloseStage, close: Closer): void {
  closers().set(name, { name, stage, close });
}

/** Closes everything registered, stage by stage; a closer that fails does not keep the others from running. */
export async function closeProcessWide(): Promise<Error[]> {
  const failures: Error[] = [];
  for (const stage of STAGES) {
    const inStage = [...closers().values()].filter((closer) => closer.stage === stage);
    const results = await Promise.allSettled(inStage.map(async (closer) => closer.close()));
    results.forEach((result, index) => {
      if (result.status === "rejected") {
        failures.push(
          new Error(`${inStage[index]?.name ?? "closer"} did not close`, { cause: result.reason }),
        );
      }
    });
    for (const closer of inStage) closers().delete(closer.name);
  }
  return failures;
}
