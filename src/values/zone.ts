/**
 * True for a time zone name the runtime knows, such as `Europe/Berlin`. Bare offsets are refused, since they keep
 * no clock changes. Safe in the browser.
 */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
