"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { MapPin, Users } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { LazyCombobox, loadCombobox } from "@/components/ui/lazy-combobox";
import { Popover } from "@/components/ui/popover";
import { useTRPC } from "@/trpc/client";
import { namesInput } from "./names-input";

/** A failure shows when the panel opens and asks again. */
const fetchAhead = () => void loadCombobox().catch(() => undefined);

export interface PlaceFilter {
  readonly client: string | null;
  readonly venue: string | null;
}

export interface PlaceFiltersProps extends PlaceFilter {
  onFilter: (part: Partial<PlaceFilter>) => void;
}

/** Buttons that ask for a client and a venue; what is chosen shows as a chip elsewhere (U-7). */
export function PlaceFilters({ client, venue, onFilter }: PlaceFiltersProps) {
  return (
    <>
      <ClientFilter client={client} onChoose={(id) => onFilter({ client: id })} />
      <VenueFilter venue={venue} onChoose={(id) => onFilter({ venue: id })} />
    </>
  );
}

interface ClientFilterProps {
  readonly client: string | null;
  readonly onChoose: (id: string | null) => void;
}

/** A button that asks for a client. */
export function ClientFilter({ client, onChoose }: ClientFilterProps) {
  const trpc = useTRPC();
  const [isOpen, setIsOpen] = useState(false);
  const choices = useQuery(trpc.directory.choices.queryOptions(namesInput(null)));
  const items = choices.data?.clients.map(({ id, name }) => ({ id, label: name })) ?? [];
  return (
    <Popover
      align="start"
      title="Client"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button icon={<Users />} onPointerEnter={fetchAhead} onFocus={fetchAhead}>
          Client
        </Button>
      }
    >
      <div className="p-3 pt-1">
        <LazyCombobox
          label="Client"
          placeholder="Name of the client"
          items={items}
          value={items.find((item) => item.id === client) ?? null}
          onChange={(item) => {
            onChoose(item?.id ?? null);
            if (item) setIsOpen(false);
          }}
        />
      </div>
    </Popover>
  );
}

interface VenueFilterProps {
  readonly venue: string | null;
  readonly onChoose: (id: string | null) => void;
}

function VenueFilter({ venue, onChoose }: VenueFilterProps) {
  const trpc = useTRPC();
  const [isOpen, setIsOpen] = useState(false);
  const [words, setWords] = useState("");
  const choices = useQuery({
    ...trpc.directory.choices.queryOptions({ ...namesInput(venue), ...(words !== "" && { q: words }) }),
    placeholderData: keepPreviousData,
  });
  const items = choices.data?.venues.map(({ id, name, city }) => ({ id, label: name, hint: city })) ?? [];
  return (
    <Popover
      align="start"
      title="Venue"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button icon={<MapPin />} onPointerEnter={fetchAhead} onFocus={fetchAhead}>
          Venue
        </Button>
      }
    >
      <div className="p-3 pt-1">
        <LazyCombobox
          label="Venue"
          placeholder="Name or city of the venue"
          items={items}
          value={items.find((item) => item.id === venue) ?? null}
          onSearch={(text) => setWords(text.trim().slice(0, 100))}
          onChange={(item) => {
            onChoose(item?.id ?? null);
            if (item) setIsOpen(false);
          }}
        />
      </div>
    </Popover>
  );
}

/** The names of what is chosen, for chips; while they load, or when they are gone, words that say so. */
export function usePlaceNames({ client, venue }: PlaceFilter) {
  const trpc = useTRPC();
  const choices = useQuery(trpc.directory.choices.queryOptions(namesInput(venue)));
  return {
    client: choices.data?.clients.find((one) => one.id === client)?.name ?? "One client",
    venue: choices.data?.venues.find((one) => one.id === venue)?.name ?? "One venue",
  };
}
