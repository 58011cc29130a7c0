const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
/** Stored as they are in the log: their keys are the catalog's matter, not the answer's. */
const STORED = new Set(["payload", "metadata"]);

/**
 * The paths at which answers hold something, sorted: `items[].can.approve`. What is null in every answer reads
 * `override = null`; keys that are ids read `<id>`.
 */
export function keyPaths(answers: readonly unknown[]): readonly string[] {
  const filled = new Set<string>();
  const empty = new Set<string>();
  for (const answer of answers) collect(answer, "", { filled, empty });
  return [
    ...filled,
    ...[...empty].filter((path) => !isBegun(path, filled)).map((path) => `${path} = null`),
  ].sort();
}

function isBegun(path: string, filled: ReadonlySet<string>): boolean {
  return [...filled].some(
    (other) => other === path || other.startsWith(`${path}.`) || other.startsWith(`${path}[`),
  );
}

interface Found {
  readonly filled: Set<string>;
  readonly empty: Set<string>;
}

function collect(value: unknown, path: string, found: Found): void {
  if (value === null || value === undefined) found.empty.add(path);
  else if (Array.isArray(value)) for (const item of value) collect(item, `${path}[]`, found);
  else if (typeof value !== "object" || value instanceof Date || STORED.has(lastOf(path)))
    found.filled.add(path);
  else {
    for (const [key, inner] of Object.entries(value)) {
      const name = ID.test(key) ? "<id>" : key;
      collect(inner, path === "" ? name : `${path}.${name}`, found);
    }
  }
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
