/** A look at personal fields. */
export interface ViewState {
  readonly isKnown: boolean;
  /** Who looks. */
  readonly viewerId: string;
  /** Null for an export. */
  readonly factId: string | null;
  /** Dotted paths of the fields that are masked otherwise. */
  readonly fields: readonly string[];
  readonly count: number;
}
