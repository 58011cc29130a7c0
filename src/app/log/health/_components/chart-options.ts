import type uPlot from "uplot";
import type { ChartData } from "./chart-data";
import { chartDash } from "./chart-tone";

/** Colors as the canvas takes them. */
export interface ChartLook {
  readonly lines: readonly string[];
  readonly text: string;
  readonly grid: string;
  readonly font: string;
}

const DAY_S = 86_400;

/** How uPlot draws the lines: UTC, from zero, with gaps where values are missing. */
export function chartOptions(
  { steps, lines }: ChartData,
  look: ChartLook,
  words: (value: number) => string,
  marks: readonly string[],
  size: { readonly width: number; readonly height: number },
): uPlot.Options {
  const axis = {
    stroke: look.text,
    font: look.font,
    grid: { stroke: look.grid, width: 1 },
    ticks: { show: false },
  };
  const ends = [steps[0], steps.at(-1)].map((at) => Date.parse(at ?? "") / 1_000);
  const isLong = (ends[1] ?? 0) - (ends[0] ?? 0) > DAY_S;
  return {
    ...size,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: true }, y: { range: (_, __, max) => [0, Math.max(max * 1.1, 1)] } },
    axes: [
      { ...axis, space: 70, values: (_, splits) => splits.map((at) => tickWords(at, isLong)) },
      { ...axis, size: 64, values: (_, splits) => splits.map(words) },
    ],
    series: [
      {},
      ...lines.map((line, index) => ({
        label: line.label,
        stroke: look.lines[index] ?? look.text,
        width: 1.5,
        dash: [...chartDash[line.tone]],
        spanGaps: false,
      })),
    ],
    hooks: { draw: [(chart) => drawMarks(chart, marks, look.text)] },
  };
}

function tickWords(atSeconds: number, isLong: boolean): string {
  const at = new Date(atSeconds * 1_000).toISOString();
  return isLong ? at.slice(5, 10) : at.slice(11, 16);
}

/** An upright line with a head for each moment that explains something. */
function drawMarks(chart: uPlot, marks: readonly string[], color: string): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.strokeStyle = color;
  ctx.fillStyle = color;
  ctx.setLineDash([2, 3]);
  for (const mark of marks) {
    const x = Math.round(chart.valToPos(Date.parse(mark) / 1_000, "x", true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(x, bbox.top + 3, 3, 0, 2 * Math.PI);
    ctx.fill();
  }
  ctx.restore();
}
