import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Contrast of every pair of ux.md "Colour roles", from the stylesheet itself, in both themes (U-59). */

const css = readFileSync(new URL("globals.css", import.meta.url), "utf8");

const roles = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }] as const,
  ),
);

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function contrastOf(front: string, back: string, theme: "light" | "dark"): number {
  const [foreground, background] = [roles.get(front), roles.get(back)];
  if (!foreground || !background) throw new Error(`No role ${front} or ${back} in globals.css.`);
  return contrast(foreground[theme], background[theme]);
}

const surfaces = ["canvas", "surface", "raised", "sunken", "selected"];
const tones = ["neutral", "pending", "active", "good", "caution", "problem"];

const textPairs = [
  ...["text", "text-muted", "text-subtle", "accent", "accent-hover"].flatMap((front) =>
    surfaces.map((back) => [front, back] as const),
  ),
  ["on-accent", "accent"] as const,
  ["on-accent", "accent-hover"] as const,
  ["on-danger", "danger"] as const,
  ...["canvas", "surface", "raised"].map((back) => ["danger", back] as const),
  ...tones.map((tone) => [`on-${tone}`, tone] as const),
  ...tones.map((tone) => [`on-${tone}`, "surface"] as const),
  ...tones.map((tone) => ["text", tone] as const),
];

const controlPairs = [
  ...["canvas", "surface", "raised", "sunken"].map((back) => ["border-control", back] as const),
  ...[...surfaces, ...tones].map((back) => ["accent", back] as const),
  ...["canvas", "surface", "raised"].map((back) => ["danger", back] as const),
];

describe.each(["light", "dark"] as const)("contrast in the %s theme", (theme) => {
  it.each(textPairs)("text %s on %s is at least 4.5", (front, back) => {
    expect(contrastOf(front, back, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(controlPairs)("control or focus ring %s on %s is at least 3", (front, back) => {
    expect(contrastOf(front, back, theme)).toBeGreaterThanOrEqual(3);
  });
});

it("has every role of the table", () => {
  expect(roles.size).toBe(15 + 2 * tones.length);
});
