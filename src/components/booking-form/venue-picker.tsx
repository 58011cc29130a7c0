"use client";

import { Check, ChevronDown } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { FieldControl } from "@/components/form/field";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { zoneLabel } from "@/values/format-time";
import { useVenueChoices, type VenueChoice } from "./venue-choices";

export interface VenuePickerProps {
  control: FieldControl;
  /** Id of the picked venue, or "". */
  value: string;
  onChange: (venueId: string) => void;
  /** Venues of the other lines, not offered again. */
  takenIds: readonly string[];
}

/** Type to find a venue, or open the list: those used before come first. A combobox of native parts. */
export function VenuePicker({ control, value, onChange, takenIds }: VenuePickerProps) {
  const [words, setWords] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [cursor, setCursor] = useState(0);
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const found = useVenueChoices(words ?? "", [value, ...takenIds]);
  const venues = found.data?.venues ?? [];
  const picked = venues.find((venue) => venue.id === value);
  const offered = offeredVenues(venues, words ?? "", value, takenIds);
  const current = offered[Math.min(cursor, offered.length - 1)];
  const close = () => {
    setIsOpen(false);
    setWords(null);
    setCursor(0);
  };
  const pick = (venue: VenueChoice | undefined) => {
    if (venue) onChange(venue.id);
    close();
  };
  const move = (to: number) => {
    setIsOpen(true);
    const next = Math.max(0, Math.min(offered.length - 1, to));
    setCursor(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") move(isOpen ? cursor + 1 : cursor);
    else if (event.key === "ArrowUp") move(cursor - 1);
    else if (event.key === "Enter" && isOpen) pick(current);
    else if (event.key === "Escape" && isOpen) close();
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative">
      <Input
        {...control}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && current ? `${listId}-${current.id}` : undefined}
        autoComplete="off"
        placeholder="Name or city"
        className="pr-9"
        value={words ?? (picked ? venueLabel(picked) : "")}
        onChange={(event) => {
          setWords(event.target.value);
          setIsOpen(true);
          setCursor(0);
        }}
        onClick={() => setIsOpen(true)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <ChevronDown className="pointer-events-none absolute inset-y-0 right-2.5 my-auto text-muted" />
      {isOpen ? (
        <div className="absolute inset-x-0 top-full z-overlay mt-1 overflow-hidden rounded-card border border-border bg-raised shadow-above">
          <ul
            ref={list}
            id={listId}
            role="listbox"
            aria-label="Venues"
            className="max-h-72 overflow-y-auto p-1"
          >
            {offered.map((venue) => (
              <VenueOption
                key={venue.id}
                id={`${listId}-${venue.id}`}
                venue={venue}
                isPicked={venue.id === value}
                isCurrent={venue.id === current?.id}
                onPick={() => pick(venue)}
              />
            ))}
          </ul>
          {offered.length === 0 ? <p className="px-3 pb-3 text-cell text-muted">{emptyText(found)}</p> : null}
        </div>
      ) : null}
    </div>
  );
}

interface VenueOptionProps {
  id: string;
  venue: VenueChoice;
  isPicked: boolean;
  isCurrent: boolean;
  onPick: () => void;
}

function VenueOption({ id, venue, isPicked, isCurrent, onPick }: VenueOptionProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={isPicked}
      // Before the input loses its focus, and with it the list.
      onPointerDown={(event) => {
        event.preventDefault();
        onPick();
      }}
      className={cn(
        "flex min-h-target cursor-default items-center gap-2 rounded-control px-2 py-1.5 text-cell hover:bg-sunken",
        isCurrent && "bg-selected hover:bg-selected",
      )}
    >
      <span className="min-w-0 flex-1">
        <span className="block wrap-anywhere">{venue.name}</span>
        <span className="block text-meta text-muted">{placeWords(venue)}</span>
      </span>
      {isPicked ? <Check className="text-accent" /> : null}
    </li>
  );
}

/** The zone is said only where the city does not say it. */
function placeWords({ city, timeZone, isUsedBefore }: VenueChoice): string {
  const zone = zoneLabel(timeZone);
  return [city, zone.startsWith(city) && city !== "" ? "" : zone, isUsedBefore ? "used before" : ""]
    .filter((part) => part !== "")
    .join(" · ");
}

function venueLabel(venue: VenueChoice): string {
  return venue.city === "" ? venue.name : `${venue.name}, ${venue.city}`;
}

/** The picked ones come along whatever the words are; they are offered only where they match. */
function offeredVenues(
  venues: readonly VenueChoice[],
  words: string,
  value: string,
  takenIds: readonly string[],
): readonly VenueChoice[] {
  const wanted = words.trim().toLowerCase();
  const matches = ({ name, city }: VenueChoice) =>
    name.toLowerCase().includes(wanted) || city.toLowerCase().includes(wanted);
  return venues.filter((venue) => (!takenIds.includes(venue.id) || venue.id === value) && matches(venue));
}

interface Found {
  isPending: boolean;
  isPlaceholderData: boolean;
  isError: boolean;
}

function emptyText({ isPending, isPlaceholderData, isError }: Found): string {
  if (isPending || isPlaceholderData) return "Looking for venues…";
  if (isError) return "Venues could not be loaded. Check the connection, then type again.";
  return "No venue by that name. The agency sets up the venues to choose from.";
}
