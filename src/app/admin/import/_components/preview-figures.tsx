import { groupDigits } from "@/values/count-words";
import { Figure } from "@/components/ui/figure";
import type { ImportPreview } from "./import-types";

/** What the dry run counted. */
export function PreviewFigures({ summary }: { readonly summary: ImportPreview["summary"] }) {
  return (
    <div className="grid gap-3 sm:grid-cols-3 xl:grid-cols-6">
      <Figure label="Rows in the file" value={groupDigits(summary.rows)} />
      <Figure label="Bookings to make" value={groupDigits(summary.bookings)} />
      <Figure label="Dates of these" value={groupDigits(summary.dates)} />
      <Figure
        label="New venues"
        value={groupDigits(summary.venuesNew)}
        hint={`${groupDigits(summary.venuesKnown)} known already`}
      />
      <Figure
        label="Imported before"
        value={groupDigits(summary.alreadyImported)}
        hint="These stay as they are"
      />
      <Figure label="Rows left out" value={groupDigits(summary.rowsRefused)} />
    </div>
  );
}
