import { formatWindowBare, zoneLabel } from "@/values/format-time";
import { dateNotes, type MeantDate } from "./clock-notes";

const SHOWN_MAX = 12;

export interface MeantDatesProps {
  dates: readonly MeantDate[];
  timeZone: string;
  now: string;
}

/** The dates that are asked for, to read; the long tail of a series folds. */
export function MeantDates({ dates, timeZone, now }: MeantDatesProps) {
  const rest = dates.slice(SHOWN_MAX);
  return (
    <div className="grid gap-1 text-cell">
      <p className="text-muted">{`${dates.length} ${dates.length === 1 ? "date" : "dates"}, ${zoneLabel(timeZone)}`}</p>
      <Rows dates={dates.slice(0, SHOWN_MAX)} timeZone={timeZone} now={now} />
      {rest.length === 0 ? null : (
        <details>
          <summary className="inline-flex min-h-target items-center text-accent">{`Show the other ${rest.length}`}</summary>
          <Rows dates={rest} timeZone={timeZone} now={now} />
        </details>
      )}
    </div>
  );
}

function Rows({ dates, timeZone, now }: MeantDatesProps) {
  return (
    <ul className="grid gap-0.5">
      {dates.map((date) => (
        <li key={date.startsAt}>
          <time dateTime={date.startsAt} className="tabular-nums">
            {formatWindowBare(date, timeZone, now)}
          </time>
          {dateNotes(date, timeZone, now).map((note) => (
            <span key={note} className="text-on-caution">{` ${note}`}</span>
          ))}
        </li>
      ))}
    </ul>
  );
}
