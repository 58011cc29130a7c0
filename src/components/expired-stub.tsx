import { Archive } from "lucide-react";
import { formatDate } from "@/values/format-time";
import type { ExpiredPart } from "./timeline-parts";

const KIND_WORDS: Readonly<Record<string, string>> = {
  booking: "booking",
  event: "event",
  activity: "activity",
  staff: "shift",
  kit: "kit",
  location: "venue",
  directory: "directory",
  system: "log",
};

/** In place of entries whose time is over: "12 activity entries expired on 27 Nov 2027". */
export function ExpiredStub({ expired }: { readonly expired: ExpiredPart }) {
  return (
    <p className="flex items-center gap-3 py-1.5 text-cell text-muted">
      <span className="inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-sunken [&_.lucide]:size-3.5">
        <Archive />
      </span>
      <span>
        {`${subject(expired)} expired on `}
        <time dateTime={expired.expiredOn}>{dayWords(expired.expiredOn)}</time>
      </span>
    </p>
  );
}

function subject({ kind, entries }: ExpiredPart): string {
  const word = KIND_WORDS[kind] ?? kind;
  if (entries === null) return `Earlier ${word} entries`;
  return entries === 1 ? `1 ${word} entry` : `${entries} ${word} entries`;
}

/** Always with its year: the day lies years behind what it is about. */
function dayWords(day: string): string {
  return formatDate(`${day}T12:00:00Z`, "Etc/UTC", "1970-01-01T00:00:00Z");
}
