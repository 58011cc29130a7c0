import { formatDate } from "@/values/format-time";

export interface WeekCount {
  /** Monday, `YYYY-MM-DD`. */
  readonly weekStart: string;
  readonly count: number;
}

export interface WeeklyChartProps {
  readonly title: string;
  /** What is counted: "bookings per week". */
  readonly unit: string;
  readonly weeks: readonly WeekCount[];
  readonly now: string;
}

const WIDTH = 340;
const HEIGHT = 150;
const BASE = 126;
const TOP = 8;
const LEFT = 30;
/** Room for the half of the last label that reaches beyond its bar. */
const RIGHT = 8;

/** Bars per week with title and unit, and the same numbers as a table beside them (U-66). Drawn without a script. */
export function WeeklyChart({ title, unit, weeks, now }: WeeklyChartProps) {
  const top = roundTop(Math.max(...weeks.map((week) => week.count), 1));
  const slot = (WIDTH - LEFT - RIGHT) / Math.max(weeks.length, 1);
  const y = (count: number) => BASE - (count / top) * (BASE - TOP);
  return (
    <figure className="grid items-start gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,1fr)_11rem]">
      <div className="min-w-0">
        <figcaption className="pb-1 text-meta text-muted">{unit}</figcaption>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={`${title}, ${unit}`}
          className="w-full"
        >
          {[0, top / 2, top].map((line) => (
            <g key={line}>
              <line x1={LEFT} x2={WIDTH} y1={y(line)} y2={y(line)} className="stroke-border" />
              <text x={LEFT - 6} y={y(line) + 4} textAnchor="end" className={labelClass}>
                {line}
              </text>
            </g>
          ))}
          {weeks.map((week, index) => (
            <g key={week.weekStart}>
              <rect
                x={LEFT + index * slot + slot * 0.18}
                y={y(week.count)}
                width={slot * 0.64}
                height={BASE - y(week.count)}
                rx={2}
                className="fill-accent"
              >
                <title>{`${weekName(week.weekStart, now)}: ${week.count}`}</title>
              </rect>
              {(weeks.length - 1 - index) % 3 > 0 ? null : (
                <text
                  x={LEFT + (index + 0.5) * slot}
                  y={HEIGHT - 6}
                  textAnchor="middle"
                  className={labelClass}
                >
                  {weekName(week.weekStart, now)}
                </text>
              )}
            </g>
          ))}
        </svg>
      </div>
      <WeeklyTable title={title} weeks={weeks} now={now} />
    </figure>
  );
}

const labelClass = "fill-(--text-subtle) text-[11px] tabular-nums";

function WeeklyTable({ title, weeks, now }: Omit<WeeklyChartProps, "unit">) {
  return (
    <div
      role="region"
      aria-label={`${title}, as a table`}
      tabIndex={0}
      className="max-h-40 overflow-y-auto rounded-control border border-border"
    >
      <table className="w-full text-meta">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="sticky top-0 bg-sunken text-muted">
            <th scope="col" className="px-2 py-1 text-left font-medium">
              Week of
            </th>
            <th scope="col" className="px-2 py-1 text-right font-medium">
              Bookings
            </th>
          </tr>
        </thead>
        <tbody>
          {[...weeks].reverse().map((week) => (
            <tr key={week.weekStart} className="border-t border-border">
              <th scope="row" className="px-2 py-0.5 text-left font-normal">
                {weekName(week.weekStart, now)}
              </th>
              <td className="px-2 py-0.5 text-right">{week.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** "23 Nov": the weekday is always Monday. */
function weekName(weekStart: string, now: string): string {
  return formatDate(`${weekStart}T12:00:00Z`, "UTC", now).replace(/^\w+ /, "");
}

/** The next even number that reads well as the top of a scale, so that its half is whole too. */
export function roundTop(most: number): number {
  const step = [2, 4, 10, 20, 40, 100, 200, 400, 1_000].find((one) => most <= one * 5) ?? 2_000;
  return Math.ceil(most / step) * step;
}
