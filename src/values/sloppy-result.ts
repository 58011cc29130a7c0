/** What reading a typed date or time gives, and the sentences both share (U-29). Safe in the browser. */

export type Sloppy =
  | { ok: true; value: string }
  | {
      ok: false;
      problem: "missing" | "impossible" | "out-of-range";
      /** A sentence built from the label: what is wrong and how to fix it. */
      message: string;
    };

export interface SloppyBounds {
  /** Names the field in messages, in sentence case: "Start date". */
  label: string;
  /** Inclusive, in the form of the result. */
  earliest?: string;
  latest?: string;
}

export const shortMonthNames = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
];

export function inRange(value: string, options: SloppyBounds): Sloppy {
  const { label, earliest, latest } = options;
  if (earliest !== undefined && value < earliest) {
    return { ok: false, problem: "out-of-range", message: `${label} must be ${speak(earliest)} or later.` };
  }
  if (latest !== undefined && value > latest) {
    return { ok: false, problem: "out-of-range", message: `${label} must be ${speak(latest)} or earlier.` };
  }
  return { ok: true, value };
}

/** `2026-10-14` as "14 Oct 2026"; a time stays as it is. */
function speak(value: string): string {
  const [year, month, day] = value.split("-");
  if (day === undefined) return value;
  return `${Number(day)} ${shortMonthNames[Number(month) - 1]} ${year}`;
}

export function missing(message: string): Sloppy {
  return { ok: false, problem: "missing", message };
}

export function impossible(message: string): Sloppy {
  return { ok: false, problem: "impossible", message };
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
