import type { RouterOutputs } from "@/trpc/client";

type TableChanges = RouterOutputs["log"]["replayPreview"]["tables"][number];

/** Which rows would change, by table. */
export function ChangedTables({ tables }: { readonly tables: readonly TableChanges[] }) {
  if (tables.length === 0) return <p>No row would change: what these entries ask for is done.</p>;
  return (
    <section className="grid gap-2">
      <h3 className="font-medium">Rows that would change</h3>
      <ul className="grid gap-2">
        {tables.map((table) => (
          <li key={table.table}>
            <TableRow changes={table} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TableRow({ changes }: { readonly changes: TableChanges }) {
  const { table, keys } = changes;
  return (
    <details className="rounded-control bg-sunken px-3 py-2">
      <summary className="cursor-pointer">
        <span className="font-mono">{table}</span>
        <span className="text-muted tabular-nums">{` ${wordsOf(changes)}`}</span>
      </summary>
      {keys === null ? (
        <p className="mt-2 text-meta text-muted">The table is too large to look through for the rows.</p>
      ) : (
        <ul className="mt-2 grid gap-0.5 font-mono text-meta">
          {keys.map((key) => (
            <li key={key} className="break-all">
              {key}
            </li>
          ))}
          {keys.length === 0 ? <li className="text-muted">Only rows that are gone afterwards.</li> : null}
        </ul>
      )}
    </details>
  );
}

function wordsOf({ inserted, updated, deleted }: TableChanges): string {
  const parts: readonly (readonly [number, string])[] = [
    [inserted, "added"],
    [updated, "changed"],
    [deleted, "deleted"],
  ];
  return parts.flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`])).join(", ");
}
