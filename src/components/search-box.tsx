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

/**
 * Finds records by number or words once the typing pauses; Enter does not wait. Whoever opens a row or follows a link
 * before the pause is over goes there, and the words are let go.
 */
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
  const giveWay = useEffectEvent((event: MouseEvent) => {
    if (!opensSomething(event)) return;
    setKnown({ words, sent: words });
    setDraft(words);
  });
  // Also when the address changed otherwise: a page that was just being opened forgets what was sent meanwhile.
  useEffect(() => {
    if (wanted === words) return;
    const timer = setTimeout(() => search(), PAUSE_MS);
    // Before the link itself hears of it: what it opens and the search would both be the next address.
    const onClick = (event: MouseEvent) => giveWay(event);
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("click", onClick, { capture: true });
    };
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

/** True for a press that leads on in this window; a row of a table opens its record. */
function opensSomething({ target, metaKey, ctrlKey, shiftKey }: MouseEvent): boolean {
  if (metaKey || ctrlKey || shiftKey) return false;
  return target instanceof Element && target.closest("a[href], tbody tr") !== null;
}
