/** "1 booking", "37 bookings", "1 000+ bookings": never a fake exact number. */
export function totalWords({ count, more }: { readonly count: number; readonly more: boolean }): string {
  if (count === 1 && !more) return "1 booking";
  return `${groupDigits(count)}${more ? "+" : ""} bookings`;
}

/** "1 000": thousands apart by a space that does not break. */
function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, " ");
}
