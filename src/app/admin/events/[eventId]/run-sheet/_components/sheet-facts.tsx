import { type Fact, Facts } from "@/components/ui/facts";
import { formatMoment } from "@/values/format-time";
import type { RunSheetProps } from "./run-sheet";
import { SheetSection } from "./sheet-section";

interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

function spell({ name, phone, email }: Contact): string {
  return [name, phone, email].filter((part) => part !== "").join(" · ");
}

/** Where it is, how to get in, and whom to call. */
export function SheetFacts({ event, details, nameOf, now }: RunSheetProps) {
  const { place, confirmation, contact, manager, notes } = details;
  const agreed = confirmation?.holds === true ? confirmation : null;
  const where = [event.venue.name, place.address, place.city, place.country].filter((part) => part !== "");
  const facts: readonly (Fact | null)[] = [
    { label: "Venue", value: where.join(", ") },
    {
      label: "Venue confirmed",
      value: agreed
        ? `By ${nameOf(agreed.confirmedBy)}, ${formatMoment(agreed.confirmedAt, event.timeZone, now)}`
        : "No",
    },
    agreed?.contactPerson ? { label: "Contact at the venue", value: spell(agreed.contactPerson) } : null,
    agreed?.accessDetails ? { label: "How to get in", value: <Words>{agreed.accessDetails}</Words> } : null,
    agreed?.specialInstructions
      ? { label: "To mind", value: <Words>{agreed.specialInstructions}</Words> }
      : null,
    { label: "Field manager", value: manager ? `${manager.name} · ${manager.email}` : "Nobody yet" },
    { label: "Client", value: event.client.name },
    contact ? { label: "Client's contact", value: spell(contact) } : null,
    notes === "" ? null : { label: "Notes of the client", value: <Words>{notes}</Words> },
  ];
  return (
    <SheetSection title="Place and people">
      <Facts facts={facts.filter((fact) => fact !== null)} />
    </SheetSection>
  );
}

function Words({ children }: { children: string }) {
  return <span className="whitespace-pre-line">{children}</span>;
}
