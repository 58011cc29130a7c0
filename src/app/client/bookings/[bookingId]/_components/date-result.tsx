import { Facts } from "@/components/ui/facts";
import type { RouterOutputs } from "@/trpc/client";
import { groupDigits } from "@/values/count-words";
import { formatWindowBare } from "@/values/format-time";

type BookingEvent = NonNullable<RouterOutputs["bookings"]["byId"]["dates"][number]["event"]>;

export interface DateResultProps {
  result: NonNullable<BookingEvent["result"]>;
  timeZone: string;
  now: string;
}

/** What came of a date that took place: its true times and what was counted. */
export function DateResult({ result, timeZone, now }: DateResultProps) {
  const { startedAt, endedAt, metrics } = result;
  const window = { startsAt: startedAt, endsAt: endedAt };
  const figures = Object.entries(metrics).map(([name, value]) => ({
    label: figureName(name),
    value: <span className="tabular-nums">{figureValue(value)}</span>,
  }));
  return (
    <div className="mt-1 grid gap-2 rounded-control bg-sunken px-3 py-2">
      <Facts
        facts={[
          {
            label: "Took place",
            value: <span className="tabular-nums">{formatWindowBare(window, timeZone, now)}</span>,
          },
          ...figures,
        ]}
      />
      {figures.length === 0 ? <p className="text-meta text-muted">No figures were recorded yet.</p> : null}
    </div>
  );
}

/** `samplesGiven` and "samples given" are both "Samples given". */
export function figureName(name: string): string {
  const isCode = !name.includes(" ");
  const words = isCode
    ? name
        .replace(/([a-z])([A-Z])/g, "$1 $2")
        .replaceAll(/[_-]+/g, " ")
        .toLowerCase()
    : name.trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** "1 240", "4.5", "-3". */
export function figureValue(value: number): string {
  if (!Number.isInteger(value)) return String(value);
  return value < 0 ? `-${groupDigits(-value)}` : groupDigits(value);
}
