import { afterAll } from "vitest";
import { closeProcessWide } from "@/db/process-wide";

/** Files of one worker share its process: what one of them made for all of it is closed and gone before the next. */
afterAll(async () => {
  const failures = await closeProcessWide();
  for (const key of Object.getOwnPropertySymbols(globalThis)) {
    if (key.description?.startsWith("muster.")) Reflect.deleteProperty(globalThis, key);
  }
  if (failures.length > 0) throw new AggregateError(failures, "what a test file left open did not close");
});
