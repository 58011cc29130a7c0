import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { zoneLabel } from "@/values/format-time";
import type { VenueRecord } from "./venue-panels";

/** Where it is, on which clock, and whom to ask for according to the next event that is agreed. */
export function VenueFacts({ venue }: { venue: VenueRecord }) {
  const agreed = venue.events.find(({ contactPerson }) => contactPerson !== null);
  const contact = agreed?.contactPerson;
  const access = venue.events.find(({ accessDetails }) => accessDetails !== null);
  const address = [venue.address, venue.city, venue.country].filter((part) => part !== "").join(", ");
  const position = positionOf(venue);
  return (
    <div className="grid gap-4">
      {venue.isArchived ? (
        <Notice title="Archived">New bookings cannot choose this venue any more.</Notice>
      ) : null}
      <Facts
        facts={[
          { label: "Address", value: address === "" ? "Not recorded" : address },
          { label: "Time zone", value: `${zoneLabel(venue.timeZone)} (${venue.timeZone})` },
          ...(position === null ? [] : [{ label: "Position", value: position }]),
          {
            label: "Contact",
            value:
              contact && agreed ? (
                <>
                  {[contact.name, contact.phone, contact.email].filter((part) => part !== "").join(" · ")}
                  <span className="block text-meta text-muted">{`As agreed for EV-${agreed.number}`}</span>
                </>
              ) : (
                "Nobody agreed on for a coming event"
              ),
          },
          ...(access?.accessDetails
            ? [
                {
                  label: "How to get in",
                  value: (
                    <>
                      <span className="whitespace-pre-line">{access.accessDetails}</span>
                      <span className="block text-meta text-muted">{`As agreed for EV-${access.number}`}</span>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

function positionOf({ latitude, longitude }: VenueRecord): string | null {
  if (latitude === null || longitude === null) return null;
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
}
