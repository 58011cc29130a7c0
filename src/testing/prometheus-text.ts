import { spawnSync } from "node:child_process";

/**
 * What is wrong with a text in Prometheus' exposition format 0.0.4, in sentences; none when it is right. Checks the
 * form of lines, that each metric is announced once and whole, and the conventions for names that `promtool check
 * metrics` holds one to: units in the plural base form, `_total` on counters and on nothing else.
 */
export function prometheusProblems(text: string): readonly string[] {
  const problems: string[] = [];
  if (!text.endsWith("\n")) problems.push("The last line does not end.");
  const seen = new Set<string>();
  const announced = new Map<string, string>();
  const helped = new Set<string>();
  let current = "";
  for (const line of text.split("\n").filter((one) => one !== "")) {
    const [, kind, name = "", rest = ""] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (kind === "HELP") {
      if (helped.has(name)) problems.push(`${name} is explained twice.`);
      helped.add(name);
      current = name;
    } else if (kind === "TYPE") {
      problems.push(...announcementProblems(name, rest, helped.has(name)));
      announced.set(name, rest);
    } else problems.push(...sampleProblems(line, current, announced, seen));
  }
  return problems;
}

const UNITS = /_(milliseconds|ms|minutes|hours|days|kilobytes|percent)(_|$)/;

function announcementProblems(name: string, type: string, isExplained: boolean): readonly string[] {
  const problems: string[] = [];
  if (!/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name)) problems.push(`${name} is no name of a metric.`);
  if (!["counter", "gauge", "histogram", "summary", "untyped"].includes(type)) {
    problems.push(`${name} has the unknown type ${type}.`);
  }
  if (!isExplained) problems.push(`${name} has no help.`);
  if (type === "counter" && !name.endsWith("_total")) problems.push(`${name} counts, but lacks _total.`);
  if (type !== "counter" && name.endsWith("_total"))
    problems.push(`${name} does not count, but says _total.`);
  if (UNITS.test(name)) problems.push(`${name} is not in a base unit.`);
  if (new RegExp(`_${type}(_|$)`).test(name)) problems.push(`${name} repeats its type.`);
  return problems;
}

const SAMPLE =
  /^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*",?)*\})? (\S+)$/;

function sampleProblems(
  line: string,
  current: string,
  announced: ReadonlyMap<string, string>,
  seen: Set<string>,
): readonly string[] {
  const [, name = "", labels = "", value = ""] = SAMPLE.exec(line) ?? [];
  if (name === "") return [`This line cannot be read: ${line}`];
  const problems: string[] = [];
  const family = announced.get(current) === "histogram" ? name.replace(/_(bucket|sum|count)$/, "") : name;
  if (family !== current) problems.push(`${name} stands under ${current}.`);
  if (seen.has(`${name}${labels}`)) problems.push(`${name}${labels} is there twice.`);
  seen.add(`${name}${labels}`);
  if (Number.isNaN(Number(value)) && !/^[+-]?(Inf|NaN)$/.test(value)) problems.push(`${value} is no number.`);
  return problems;
}

/** What `promtool check metrics` says; undefined where it is not installed. */
export function promtoolProblems(text: string): string | undefined {
  const { error, status, stdout, stderr } = spawnSync("promtool", ["check", "metrics"], { input: text });
  if (error) return undefined;
  const said = `${stdout.toString()}${stderr.toString()}`.trim();
  return status === 0 && said === "" ? "" : `exit ${status}: ${said}`;
}
