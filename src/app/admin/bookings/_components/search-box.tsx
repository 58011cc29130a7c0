"use client";

import { Search } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { Input } from "@/components/ui/input";

/** Nobody reads results for half a word. */
const PAUSE_MS = 300;

/** Finds bookings by number or words once the typing pauses; Enter does not wait. */
export function SearchBox({ words, onSearch }: { words: string; onSearch: (words: string) => void }) {
  const [draft, setDraft] = useState(words);
  const [known, setKnown] = useState({ words, sent: words });
  const wanted = draft.trim();
  if (known.words !== words) {
    // Words that were not typed here come from a chip, a link or the Back button.
    setKnown({ words, sent: words });
    if (words !== known.sent) setDraft(words);
  }
  const search = useEffectEvent(() => {
    setKnown({ words, sent: wanted });
    onSearch(wanted);
  });
  useEffect(() => {
    if (wanted === words) return;
    const timer = setTimeout(() => search(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted, words]);
  return (
    <span className="relative w-64 max-sm:w-full">
      <Search className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-muted" />
      <Input
        type="search"
        data-search
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
