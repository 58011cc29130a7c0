/** Something that is not as it was sealed. */
export interface SealProblem {
  readonly kind: "altered" | "missing" | "added" | "seal" | "archive";
  /** The block that shows it; null where none does. */
  readonly block: number | null;
  readonly position: string | null;
  /** The fact's id. */
  readonly id: string | null;
  readonly type: string | null;
  /** What is wrong, in words for an operator; names parts and fields, never values. */
  readonly detail: string;
}

/** A removal with its logged reason. */
export interface RedactionNote {
  readonly position: string;
  readonly id: string;
  readonly path: string;
  /** UTC, to the second. */
  readonly at: string;
  readonly reference: string;
  readonly reason: string;
}

/** "812 0199… BOOKING_APPROVED: the payload differs (block 2)" after its kind. */
export function problemWords({ kind, block, position, id, type, detail }: SealProblem): string {
  const row = [position === null ? "" : `position ${position}`, id ?? "", type ?? ""]
    .filter(Boolean)
    .join(" ");
  const where = block === null ? "" : ` (block ${block})`;
  return `${kind.toUpperCase()} ${row === "" ? detail : `${row}: ${detail}`}${where}`;
}
