"use client";

import "uplot/dist/uPlot.min.css";
import { type RefObject, useEffect, useRef } from "react";
import uPlot from "uplot";
import type { ChartData } from "./chart-data";
import { chartOptions, type ChartLook } from "./chart-options";
import { chartDash, chartToneClass } from "./chart-tone";

export interface TimeChartProps {
  readonly data: ChartData;
  readonly title: string;
  /** Says a value on the axis. */
  readonly words: (value: number) => string;
  /** ISO 8601 UTC, each drawn as an upright line. */
  readonly marks: readonly string[];
}

const HEIGHT = 190;

/** The lines of a chart over time, drawn on a canvas. Loaded late; what it shows stands in a table beside it. */
export function TimeChart({ data, title, words, marks }: TimeChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const colors = useRef<HTMLUListElement>(null);
  useChart(holder, colors, data, words, marks);
  return (
    <div className="min-w-0">
      <ul ref={colors} className="flex flex-wrap gap-x-4 gap-y-1 pb-1 text-meta">
        {data.lines.map((line) => (
          <li key={line.label} className={`inline-flex items-center gap-1.5 ${chartToneClass[line.tone]}`}>
            <svg width="18" height="8" aria-hidden="true">
              <line
                x1="0"
                x2="18"
                y1="4"
                y2="4"
                stroke="currentColor"
                strokeWidth="2"
                strokeDasharray={chartDash[line.tone].join(" ")}
              />
            </svg>
            <span className="text-muted">{line.label}</span>
          </li>
        ))}
      </ul>
      <div ref={holder} role="img" aria-label={title} className="min-w-0" style={{ height: HEIGHT }} />
    </div>
  );
}

function useChart(
  holder: RefObject<HTMLDivElement | null>,
  colors: RefObject<HTMLUListElement | null>,
  data: ChartData,
  words: TimeChartProps["words"],
  marks: readonly string[],
): void {
  useEffect(() => {
    const [place, legend] = [holder.current, colors.current];
    if (!place || !legend) return;
    let chart: uPlot | undefined;
    const draw = () => {
      chart?.destroy();
      const size = { width: place.clientWidth, height: HEIGHT };
      chart = new uPlot(chartOptions(data, lookOf(legend), words, marks, size), columnsOf(data), place);
    };
    draw();
    const resized = new ResizeObserver(() => chart?.setSize({ width: place.clientWidth, height: HEIGHT }));
    resized.observe(place);
    // A canvas does not follow the theme by itself.
    const themed = new MutationObserver(draw);
    themed.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      resized.disconnect();
      themed.disconnect();
      chart?.destroy();
    };
  }, [holder, colors, data, words, marks]);
}

function columnsOf({ steps, lines }: ChartData): uPlot.AlignedData {
  return [steps.map((at) => Date.parse(at) / 1_000), ...lines.map((line) => [...line.values])];
}

/** The present colors of the theme, read from the legend. */
function lookOf(legend: HTMLUListElement): ChartLook {
  const lines = [...legend.children].map((item) => getComputedStyle(item).color);
  const { color, fontFamily } = getComputedStyle(legend);
  const border = getComputedStyle(legend.closest("section") ?? legend).borderTopColor;
  return { lines, text: color, grid: border, font: `11px ${fontFamily}` };
}
