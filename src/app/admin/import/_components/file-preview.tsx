import { groupDigits } from "@/values/count-words";
import { Card } from "@/components/ui/card";
import type { ImportFileHead } from "./import-types";

/** The first rows as they stand in the file; wide files scroll inside the panel. */
export function FilePreview({ head }: { readonly head: ImportFileHead }) {
  const count = groupDigits(head.rowCount);
  return (
    <Card
      isFlush
      title={head.name}
      aside={<span className="text-cell text-muted tabular-nums">{`${count} rows`}</span>}
    >
      {/* Focusable, so that the keyboard can scroll it. */}
      <div role="region" aria-label="First rows of the file" tabIndex={0} className="overflow-x-auto">
        <table className="min-w-full text-cell">
          <thead>
            <tr>
              {head.headers.map((header) => (
                <th
                  key={header}
                  scope="col"
                  className="border-b border-border bg-sunken px-3 py-1 text-left text-meta font-medium whitespace-nowrap text-muted"
                >
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {head.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td
                    key={head.headers[column] ?? column}
                    className="max-w-64 truncate border-b border-border px-3 py-1"
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
