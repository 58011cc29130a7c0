import { printExactJson } from "@/values/exact-json";

/** One field that reading an older version changed; null where one side does not have it. */
export interface PayloadChange {
  /** Dotted, `dates.0.start`. */
  readonly path: string;
  readonly stored: string | null;
  readonly read: string | null;
}

/** What differs between a payload as it was stored and as this release reads it, in the order of its fields. */
export function payloadChanges(stored: unknown, read: unknown): readonly PayloadChange[] {
  const [before, after] = [leavesOf(stored, ""), leavesOf(read, "")];
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths
    .map((path) => ({ path, stored: before.get(path) ?? null, read: after.get(path) ?? null }))
    .filter((change) => change.stored !== change.read);
}

function leavesOf(value: unknown, path: string): Map<string, string> {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) {
    return new Map([[path, printExactJson(value ?? null)]]);
  }
  return new Map(
    Object.entries(value).flatMap(([key, child]) => [
      ...leavesOf(child, path === "" ? key : `${path}.${key}`),
    ]),
  );
}
