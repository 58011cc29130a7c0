import { Pause, Play, RotateCw, Rocket } from "lucide-react";
import type { Health } from "./chart-data";
import { stepWords } from "./health-words";

type Mark = Health["marks"][number];

const icons = { start: Rocket, pause: Pause, resume: Play, replay: RotateCw } as const;

const MARKS_SHOWN = 8;

const PAST = { pause: "paused", resume: "resumed", replay: "replayed" } as const;

function markWords({ kind, subject, release }: Mark): string {
  return kind === "start"
    ? `Release ${release ?? "unknown"} started on ${subject}`
    : `${subject} ${PAST[kind]}`;
}

/** In words what the upright lines in the charts stand for. */
export function MarkList({ marks, hasDay }: { readonly marks: Health["marks"]; readonly hasDay: boolean }) {
  if (marks.length === 0) return null;
  const rest = marks.length - MARKS_SHOWN;
  return (
    <ul aria-label="Marks in the charts" className="flex flex-wrap gap-x-5 gap-y-1 text-meta text-muted">
      {marks.slice(0, MARKS_SHOWN).map((mark) => {
        const Icon = icons[mark.kind];
        return (
          <li key={`${mark.at} ${mark.kind} ${mark.subject}`} className="inline-flex items-center gap-1.5">
            <Icon className="size-3.5!" />
            <time dateTime={mark.at}>{stepWords(mark.at, hasDay)}</time>
            {markWords(mark)}
          </li>
        );
      })}
      {rest > 0 ? <li>{`and ${rest} more`}</li> : null}
    </ul>
  );
}
