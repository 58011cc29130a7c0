/** How a line is drawn: the accent first, then gray; a tone only where the line is that state (ux.md). */
export type ChartTone = "accent" | "muted" | "active" | "caution" | "problem";

/** The color of a line as text, from which the canvas takes it. */
export const chartToneClass: Readonly<Record<ChartTone, string>> = {
  accent: "text-accent",
  muted: "text-muted",
  active: "text-on-active",
  caution: "text-on-caution",
  problem: "text-on-problem",
};

/** Dashes beside the color, so that nobody has to tell lines by hue alone. Lengths in pixels; empty is solid. */
export const chartDash: Readonly<Record<ChartTone, readonly number[]>> = {
  accent: [],
  muted: [6, 4],
  active: [2, 3],
  caution: [6, 3],
  problem: [],
};
