"use client";

import { Search } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { Input } from "@/components/ui/input";

/** Nobody reads results for half a word. */
const PAUSE_MS = 300;

export interface SearchBoxProps {
  /** What it finds, for screen readers: "Find events by number, title, client or venue". */
  label: string;
  placeholder: string;
  /** The words in the address. */
  words: string;
  onSearch: (words: string) => void;
}

/** Finds records by number or words once the typing pauses; Enter does not wait. */
export function SearchBox({ label, placeholder, words, onSearch }: SearchBoxProps) {
  const [draft, setDraft] = useState(words);
  const [known, setKnown] = useState({ words, sent: words });
  const wanted = draft.trim();
  const address = useSearchParams().toString();
  if (known.words !== words) {
    // Words that were not typed here come from a chip, a link or the Back button.
    setKnown({ words, sent: words });
    if (words !== known.sent) setDraft(words);
  }
  const search = useEffectEvent(() => {
    setKnown({ words, sent: wanted });
    onSearch(wanted);
  });
  // Also when the address changed otherwise: a page that was just being opened forgets what was sent meanwhile.
  useEffect(() => {
    if (wanted === words) return;
    const timer = setTimeout(() => search(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted, words, address]);
  return (
    <span className="relative w-64 max-sm:w-full">
      <Search className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-muted" />
      <Input
        type="search"
        data-search
        aria-label={label}
        placeholder={placeholder}
        maxLength={100}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onSearch(wanted);
          if (event.key !== "Escape") return;
          // The browser itself would empty the box; here Esc only leads back to the rows that were found.
          event.preventDefault();
          event.currentTarget.blur();
        }}
        className="pl-8"
      />
    </span>
  );
}
