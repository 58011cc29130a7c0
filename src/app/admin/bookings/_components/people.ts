/** "nobody", "1 person", "3 people". */
export function people(count: number): string {
  if (count === 0) return "nobody";
  return count === 1 ? "1 person" : `${count} people`;
}
