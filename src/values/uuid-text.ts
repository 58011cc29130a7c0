/** A UUID of RFC 9562, versions 1 to 8, in either case. */
export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** True for such a UUID. Without zod, for the first load of pages. */
export function isUuidText(text: string): boolean {
  return uuidPattern.test(text);
}
