/** Counts as people read them (ux.md "Wording"). */

/** "1 000": thousands apart by a space that does not break. */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, "\u00A0");
}

/** "1 date", "12 dates", "1 219 dates". */
export function counted(count: number, word: string): string {
  return `${groupDigits(count)} ${word}${count === 1 ? "" : "s"}`;
}

/** "1 booking", "37 bookings", "1 000+ bookings": never a fake exact number. */
export function totalWords(
  { count, more }: { readonly count: number; readonly more: boolean },
  word: string,
): string {
  return more ? `${groupDigits(count)}+ ${word}s` : counted(count, word);
}
