import type { MoveKind } from "@/modules/kits/inputs";

/** What may become of parts, as the desk chooses it; in the order of how often. */
export const moveOptions: readonly { readonly value: MoveKind; readonly label: string }[] = [
  { value: "topped_up", label: "Top up from the spares" },
  { value: "counted", label: "Correct the count" },
  { value: "acquired", label: "Add new ones" },
  { value: "borrowed", label: "Borrow from another kit" },
  { value: "given_back", label: "Give back to another kit" },
  { value: "put_away", label: "Put into the spares" },
  { value: "missing", label: "Record as missing" },
  { value: "found", label: "Found again" },
  { value: "written_off", label: "Write off" },
];

/** What the numbers beside the parts are. */
export function quantityWords(kind: MoveKind): string {
  return kind === "counted"
    ? "How many there are. Leave out what you did not count."
    : "How many. Leave out the rest.";
}

/** Those that take another kit. */
export function takesOtherKit(kind: MoveKind): boolean {
  return kind === "borrowed" || kind === "given_back";
}

/** Those that nobody understands later without a word. */
export function takesReason(kind: MoveKind): boolean {
  return kind === "counted" || kind === "written_off" || kind === "missing";
}

const CAUSES: Readonly<Record<string, string>> = {
  packed: "packed with fewer",
  used: "used up",
  missing: "missing",
  borrowed: "lent to another kit",
  given_back: "given back to another kit",
  put_away: "put into the spares",
  counted: "fewer were counted",
  written_off: "written off",
};

/** Why there are too few. */
export function causeWords(kind: string): string {
  return CAUSES[kind] ?? "moved away";
}
