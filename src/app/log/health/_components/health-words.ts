import { spanWords } from "@/app/log/_components/span-words";

/** "12 400", "0.4", "17": digits in threes, a decimal below ten where there is one. */
export function countWords(count: number): string {
  const rounded = Math.abs(count) < 10 ? Number(count.toFixed(1)) : Math.round(count);
  return String(rounded).replace(/\B(?=(\d{3})+$)/g, "\u00A0");
}

/** "0 %", "0.4 %", "12 %". Never "0 %" for what is not nothing. */
export function shareWords(share: number | null): string {
  if (share === null) return "–";
  const percent = share * 100;
  if (percent === 0) return "0 %";
  if (percent < 0.1) return "< 0.1 %";
  return `${percent < 10 ? Number(percent.toFixed(1)) : Math.round(percent)} %`;
}

/** The value of a limit with its unit. */
export function limitWords(
  value: number | null,
  unit: "ms" | "deliveries" | "%" | "days" | "instances",
): string {
  if (value === null) return "–";
  if (unit === "ms") return spanWords(value);
  if (unit === "%") return shareWords(value / 100);
  return unit === "days" ? `${countWords(value)} days` : countWords(value);
}

/** "None; block 1 204 is the last", "Oldest 12 s; block 1 204 is the last". */
export function sealWords({
  lagMs,
  lastBlock,
}: {
  readonly lagMs: number;
  readonly lastBlock: number;
}): string {
  const waiting = lagMs === 0 ? "None" : `Oldest ${spanWords(lagMs)}`;
  return lastBlock === 0 ? waiting : `${waiting}; block ${countWords(lastBlock)} is the last`;
}

/** "10:42" in UTC; with the day where the range is longer than one. */
export function stepWords(at: string, hasDay: boolean): string {
  const clock = at.slice(11, 16);
  return hasDay ? `${at.slice(5, 10)} ${clock}` : clock;
}
