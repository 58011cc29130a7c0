/** How bad something is, in the words of whoever is there. */
export const severities = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof severities)[number];

export const severityOptions: readonly { value: Severity; label: string; hint: string }[] = [
  { value: "low", label: "Can wait", hint: "Worth knowing, nothing to do now." },
  { value: "medium", label: "Slows us down", hint: "We manage, somebody should look at it." },
  { value: "high", label: "Puts the event at risk", hint: "Needs help today." },
  { value: "critical", label: "Stops us, or somebody is in danger", hint: "Needs help at once." },
];

const IMPACT = { low: "minor", medium: "moderate", high: "major", critical: "major" } as const;

/** Activities, kits and venues know three levels. */
export function impactOf(severity: Severity): "minor" | "moderate" | "major" {
  return IMPACT[severity];
}
