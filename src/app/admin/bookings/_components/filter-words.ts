import { spellDate } from "@/components/form/spell-date";
import { type BookingsView, dayOf } from "./bookings-view";
import { bookingLooks } from "@/components/status-looks/bookings";

export interface ChipWords {
  readonly label: string;
  readonly value: string;
  /** The part of the view that takes the filter off. */
  readonly without: Partial<BookingsView>;
}

/** The filters that are on, with their values in words. The name of a client may not be known yet. */
export function filterChips(view: BookingsView, clientName: string | undefined): ChipWords[] {
  const chips: ChipWords[] = [];
  if (view.q !== "") chips.push({ label: "Words", value: view.q, without: { q: "" } });
  if (view.status.length > 0) {
    const value = view.status.map((status) => bookingLooks[status].label).join(", ");
    chips.push({ label: "Status", value, without: { status: [] } });
  }
  if (view.client !== "") {
    chips.push({ label: "Client", value: clientName ?? "one client", without: { client: "" } });
  }
  const dates = rangeWords(view);
  if (dates !== null) chips.push({ label: "Dates", value: dates, without: { from: null, to: null } });
  return chips;
}

function rangeWords({ from, to }: Pick<BookingsView, "from" | "to">): string | null {
  if (from && to) return `${spellDate(dayOf(from))} – ${spellDate(dayOf(to))}`;
  if (from) return `from ${spellDate(dayOf(from))}`;
  return to ? `until ${spellDate(dayOf(to))}` : null;
}
