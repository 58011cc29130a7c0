/** Joins class names, leaving out what a condition turned off. Later names do not override earlier ones. */
export function cn(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}
