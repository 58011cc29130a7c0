import { Tabs } from "@/components/ui/tabs";
import { type BookingsView, firstPage, viewHref, waits } from "./bookings-view";

const TAB_WORDS = {
  agency: "Waiting for us",
  client: "Waiting for the client",
  all: "All",
} as const satisfies Record<BookingsView["waiting"], string>;

/** Whose turn it is; the filters stay. */
export function BookingsTabs({ view }: { view: BookingsView }) {
  return (
    <Tabs
      label="Whose turn it is"
      items={waits.map((waiting) => ({
        label: TAB_WORDS[waiting],
        href: viewHref({ ...view, ...firstPage, waiting }),
        isCurrent: view.waiting === waiting,
      }))}
    />
  );
}
