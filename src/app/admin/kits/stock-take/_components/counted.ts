/** What a stock-take has seen so far; plain data, so that the rules of scanning can be tested without a screen. */

export interface SeenKit {
  readonly kitInstanceId: string;
  readonly code: string;
  readonly templateName: string;
  readonly home: string;
  readonly holderName: string | null;
  readonly isRetired: boolean;
}

/** How a label that somebody scanned or typed is read: as it is kept, without what a scanner adds. */
export function codeOfLabel(text: string): string {
  return text.trim().toUpperCase();
}

/** What is odd about a kit that was seen at a place; null when it belongs there. */
export function oddityOf(kit: SeenKit, place: string): string | null {
  if (kit.isRetired) return "Retired";
  if (kit.holderName !== null) return `Said to be out with ${kit.holderName}`;
  if (kit.home === place) return null;
  return kit.home === "" ? "Has no home recorded" : `Belongs to ${kit.home}`;
}

/** The kit beside those that were seen before; the same ones where it was among them. */
export function withSeen(seen: readonly SeenKit[], kit: SeenKit): readonly SeenKit[] {
  return seen.some(({ kitInstanceId }) => kitInstanceId === kit.kitInstanceId) ? seen : [kit, ...seen];
}
