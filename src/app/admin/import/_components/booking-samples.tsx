import { VenueTime } from "@/components/venue-time";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { counted } from "@/values/count-words";
import type { ImportPreview } from "./import-types";

type Sample = ImportPreview["summary"]["samples"][number];

/** The first bookings as they would be, so that a wrong column or clock is seen before anything is written. */
export function BookingSamples(props: {
  readonly samples: readonly Sample[];
  readonly total: number;
  readonly now: string;
}) {
  const { samples, total, now } = props;
  if (samples.length === 0) return null;
  return (
    <Card isFlush title={total > samples.length ? `First ${samples.length} bookings` : "Bookings"}>
      <DataTable<Sample>
        label="Bookings that would be made"
        rows={samples}
        rowId={(sample) => `${sample.externalId} ${sample.client ?? ""}`}
        columns={[
          { id: "title", head: "Title", card: "title", cell: (sample) => sample.title },
          { id: "id", head: "Id", width: "w-28", card: "status", cell: (sample) => sample.externalId },
          {
            id: "venue",
            head: "Venue",
            cell: ({ venues: [first = "", ...others] }) =>
              others.length === 0 ? first : `${first} and ${counted(others.length, "other")}`,
          },
          {
            id: "start",
            head: "First date",
            width: "w-80",
            cell: ({ startsAt, endsAt, timeZone }) => <VenueTime {...{ startsAt, endsAt, timeZone, now }} />,
          },
          { id: "dates", head: "Dates", align: "end", width: "w-20", cell: (sample) => sample.dates },
        ]}
      />
    </Card>
  );
}
