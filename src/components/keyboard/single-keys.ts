/** Whether keys without Ctrl or Cmd act; a person's own choice, kept in a cookie (U-4, WCAG 2.1.4). */

export const singleKeysCookie = "keys";

/** The choice in a cookie's value: on unless it was switched off. */
export function readSingleKeys(value: string | undefined): boolean {
  return value !== "off";
}

/** The same from the whole of `document.cookie`. */
export function areSingleKeysOn(cookies: string): boolean {
  return !cookies.split("; ").includes(`${singleKeysCookie}=off`);
}
