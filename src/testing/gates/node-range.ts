/** Just enough of npm's version ranges to ask whether `engines.node` accepts a Node release. */

type Version = readonly [number, number, number];

function parse(text: string): { version: Version; precision: number } {
  const parts =
    text
      .split("-")[0]
      ?.split(".")
      .filter((part) => /^\d+$/.test(part)) ?? [];
  const [major = 0, minor = 0, patch = 0] = parts.map(Number);
  return { version: [major, minor, patch], precision: parts.length };
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** The first version above every one that shares the leading `digits` numbers. */
function above([major, minor]: Version, digits: number): Version {
  return digits === 1 ? [major + 1, 0, 0] : [major, minor + 1, 0];
}

function acceptsOne(comparator: string, node: Version): boolean {
  const [, operator = "", text = ""] = /^(>=|<=|>|<|\^|~|=)?v?(.*)$/.exec(comparator) ?? [];
  const { version, precision } = parse(text);
  if (precision === 0) return true;
  const order = compare(node, version);
  const belowNext = precision < 3 ? compare(node, above(version, precision)) < 0 : order <= 0;
  if (operator === ">=") return order >= 0;
  if (operator === ">") return !belowNext;
  if (operator === "<") return order < 0;
  if (operator === "<=") return belowNext;
  if (operator === "^") return order >= 0 && compare(node, above(version, 1)) < 0;
  if (operator === "~" || precision < 3) {
    return order >= 0 && compare(node, above(version, Math.min(precision, 2))) < 0;
  }
  return order === 0;
}

/** Whether a range such as `^20.19.0 || >=22.12` accepts the version (`20.19.0`). */
export function rangeAccepts(range: string, version: string): boolean {
  const node = parse(version).version;
  return range.split("||").some((alternative) => {
    const comparators = alternative
      .replaceAll(/(>=|<=|>|<|\^|~|=)\s+/g, "$1")
      .trim()
      .split(/\s+/);
    return comparators.every((comparator) => acceptsOne(comparator, node));
  });
}

/** Whether version `a` is at least version `b`; pre-release marks are not looked at. */
export function atLeast(a: string, b: string): boolean {
  return compare(parse(a).version, parse(b).version) >= 0;
}
