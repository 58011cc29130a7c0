const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const units = [
  { ms: DAY, word: "d", smaller: HOUR, smallerWord: "h" },
  { ms: HOUR, word: "h", smaller: MINUTE, smallerWord: "min" },
  { ms: MINUTE, word: "min", smaller: SECOND, smallerWord: "s" },
] as const;

/** "7 ms", "1.2 s", "48 s", "5 min 10 s", "3 d 4 h"; an en dash for null. */
export function spanWords(ms: number | null): string {
  if (ms === null) return "–";
  if (ms < 1) return "< 1 ms";
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 9.95 * SECOND) return `${Number((ms / SECOND).toFixed(1))} s`;
  const seconds = Math.round(ms / SECOND) * SECOND;
  const unit = units.find((one) => seconds >= one.ms);
  if (!unit) return `${seconds / SECOND} s`;
  const whole = Math.floor(seconds / unit.ms);
  const rest = Math.floor((seconds % unit.ms) / unit.smaller);
  return rest === 0 ? `${whole} ${unit.word}` : `${whole} ${unit.word} ${rest} ${unit.smallerWord}`;
}
