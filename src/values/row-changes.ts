interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** A row as it is to be, with the version that the decision was made on. */
export type Changed<Row> = Row & { readonly seenVersion: number };

/** What a decision made of some rows: those that it added, and those that it replaced by another object. */
export function rowChanges<Row extends Versioned>(
  before: readonly Row[],
  after: readonly Row[],
): { readonly added: readonly Row[]; readonly changed: readonly Changed<Row>[] } {
  const known = new Map(before.map((row) => [row.id, row]));
  return {
    added: after.filter(({ id }) => !known.has(id)),
    changed: after.flatMap((row): readonly Changed<Row>[] => {
      const old = known.get(row.id);
      return old === undefined || old === row ? [] : [{ ...row, seenVersion: old.version }];
    }),
  };
}
