import { format } from "node:util";
import { afterEach, beforeEach } from "vitest";

/**
 * Unexpected console output fails the test that made it. A test that expects output says so with
 * `vi.spyOn(console, "error").mockImplementation(() => undefined)` and looks at the calls.
 */
const METHODS = ["debug", "error", "info", "log", "warn"] as const;

let printed: string[] = [];

for (const method of METHODS) {
  console[method] = (...values: unknown[]) => {
    printed.push(`console.${method}: ${format(...values)}`);
  };
}

beforeEach(() => {
  printed = [];
});

afterEach(() => {
  const lines = printed;
  printed = [];
  if (lines.length > 0) throw new Error(`Unexpected console output:\n${lines.join("\n")}`);
});
