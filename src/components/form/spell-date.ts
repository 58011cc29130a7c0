const format = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
});

/** `2026-10-14` as "Wed 14 Oct 2026"; anything else as it is. */
export function spellDate(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const parts = new Map(
    format.formatToParts(Date.parse(`${value}T00:00:00Z`)).map((part) => [part.type, part.value]),
  );
  return ["weekday", "day", "month", "year"]
    .map((type) => parts.get(type as Intl.DateTimeFormatPartTypes))
    .join(" ");
}
