import { Figure } from "@/components/ui/figure";
import type { ImportPreview } from "./import-types";

const number = (value: number) => value.toLocaleString("en");

/** What the dry run counted. */
export function PreviewFigures({ summary }: { readonly summary: ImportPreview["summary"] }) {
  return (
    <div className="grid gap-3 sm:grid-cols-3 xl:grid-cols-6">
      <Figure label="Rows in the file" value={number(summary.rows)} />
      <Figure label="Bookings to make" value={number(summary.bookings)} />
      <Figure label="Dates of these" value={number(summary.dates)} />
      <Figure
        label="New venues"
        value={number(summary.venuesNew)}
        hint={`${number(summary.venuesKnown)} known already`}
      />
      <Figure label="Imported before" value={number(summary.alreadyImported)} hint="These stay as they are" />
      <Figure label="Rows left out" value={number(summary.rowsRefused)} />
    </div>
  );
}
