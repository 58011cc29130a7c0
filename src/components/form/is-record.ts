/** True for an object whose entries can be looked at; lists are none. Light, for screens that read answers without zod. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
