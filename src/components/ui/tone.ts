/** The six status tones (ux.md "Colour roles"). The same meaning in badges, calendar, matrix cells and charts. */
export type Tone = "neutral" | "pending" | "active" | "good" | "caution" | "problem";

/** Background and text of a tone. Written out whole: the stylesheet is made from names found in the source. */
export const toneClass: Record<Tone, string> = {
  neutral: "bg-neutral text-on-neutral",
  pending: "bg-pending text-on-pending",
  active: "bg-active text-on-active",
  good: "bg-good text-on-good",
  caution: "bg-caution text-on-caution",
  problem: "bg-problem text-on-problem",
};

/** Only the text color of a tone, for an icon on a plain surface. */
export const toneTextClass: Record<Tone, string> = {
  neutral: "text-on-neutral",
  pending: "text-on-pending",
  active: "text-on-active",
  good: "text-on-good",
  caution: "text-on-caution",
  problem: "text-on-problem",
};
