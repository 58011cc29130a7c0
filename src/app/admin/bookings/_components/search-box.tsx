"use client";

import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { Input } from "@/components/ui/input";

/** Nobody reads results for half a word. */
const PAUSE_MS = 300;

export const searchFieldId = "bookings-search";

/** Finds bookings by number or words once the typing pauses; Enter does not wait. */
export function SearchBox({ words, onSearch }: { words: string; onSearch: (words: string) => void }) {
  const [draft, setDraft] = useState(words);
  const wanted = draft.trim();
  useEffect(() => {
    if (wanted === words) return;
    const timer = setTimeout(() => onSearch(wanted), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted, words, onSearch]);
  return (
    <span className="relative w-64 max-sm:w-full">
      <Search className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-muted" />
      <Input
        id={searchFieldId}
        type="search"
        aria-label="Find bookings by number, title, client or venue"
        placeholder="Number, title, client or venue"
        maxLength={100}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onSearch(wanted);
          if (event.key === "Escape") event.currentTarget.blur();
        }}
        className="pl-8"
      />
    </span>
  );
}
