/** How a person looks at the log wherever they do: columns and clock, kept in a cookie that the server reads. */

export const lookCookie = "log-look";

export const COLUMNS = ["time", "what", "type", "about", "actor", "source", "handlers"] as const;

export type ColumnId = (typeof COLUMNS)[number];

export const COLUMN_LABELS: Readonly<Record<ColumnId, string>> = {
  time: "Time",
  what: "What happened",
  type: "Type",
  about: "About",
  actor: "Actor",
  source: "Source",
  handlers: "Handlers",
};

export interface LogLook {
  /** `utc`, `venue` for the zone of each booking, or a zone of the person's own, `Europe/Berlin`. */
  readonly zone: string;
  /** In the order of `COLUMNS`; the time is always there. */
  readonly columns: readonly ColumnId[];
}

export const usualLook: LogLook = { zone: "utc", columns: ["time", "what", "type", "about", "handlers"] };

/** The look in a cookie's value; what is not known there is left out. */
export function readLook(value: string | undefined): LogLook {
  const [zone = "", columns = ""] = (value ?? "").split("~");
  const known = COLUMNS.filter((column) => columns.split(".").includes(column));
  return {
    zone: isZone(zone) ? zone : usualLook.zone,
    columns: known.includes("time") ? known : usualLook.columns,
  };
}

/** The value that `readLook` reads. */
export function writeLook({ zone, columns }: LogLook): string {
  return `${zone}~${columns.join(".")}`;
}

function isZone(zone: string): boolean {
  if (zone === "utc" || zone === "venue") return true;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
