/** `2026-11-23 12:00:00.113`, from an ISO instant in UTC: sortable, exact and the same for every reader. */
export function logTime(at: string): string {
  return at.replace("T", " ").replace(/Z$/, "");
}
