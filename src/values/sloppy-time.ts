import { impossible, inRange, lowerFirst, missing, type Sloppy, type SloppyBounds } from "./sloppy-result";

/** Times of day as people type them (U-20): missing, then impossible, then out of range (U-29). Safe in the browser. */

/** Reads a time into `HH:mm`: "9am", "9:30 pm", "0900", "21.30", "21h", "noon". Seconds are cut. */
export function parseSloppyTime(text: string, options: SloppyBounds): Sloppy {
  const { label } = options;
  const cleaned = text.trim().toLowerCase().replace(/\s+/g, " ");
  if (cleaned === "") return missing(`Enter the ${lowerFirst(label)}, for example 9:30 or 9:30 pm.`);
  if (cleaned === "noon") return inRange("12:00", options);
  if (cleaned === "midnight") return inRange("00:00", options);
  const match =
    /^(\d{1,2})(?: ?[:.h] ?(\d{2})?(?:[:.](\d{2})(?:\.\d+)?)?)? ?([ap])?\.?(?:m\.?)?$/.exec(cleaned) ??
    /^(\d{1,2})(\d{2})()(?: ?([ap])\.?(?:m\.?)?)?$/.exec(cleaned);
  if (!match) return impossible(`${label} cannot be read as a time. Write it like 9:30 or 9:30 pm.`);
  const [hour, minute, second] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  const problem = impossibleTime(hour, minute, second, match[4] !== undefined);
  if (problem) return impossible(`${label} ${problem}`);
  return inRange(`${pad(toHour24(hour, match[4]))}:${pad(minute)}`, options);
}

function impossibleTime(hour: number, minute: number, second: number, isHalfDay: boolean): string | null {
  if (isHalfDay && (hour < 1 || hour > 12)) {
    return `has the hour ${hour} with am or pm. Use 1 to 12 with am or pm, or 0 to 23 without.`;
  }
  if (hour > 23) return `has the hour ${hour}. Use 0 to 23, or 1 to 12 with am or pm.`;
  if (minute > 59) return `has ${minute} minutes. Use 0 to 59.`;
  return second > 59 ? `has ${second} seconds. Use 0 to 59.` : null;
}

function toHour24(hour: number, half: string | undefined): number {
  if (half === "a") return hour % 12;
  return half === "p" ? (hour % 12) + 12 : hour;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
