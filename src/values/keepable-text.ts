/** What PostgreSQL or a screen cannot keep: control characters but tab and line ends, half a surrogate pair. */
const UNKEEPABLE = /(?![\t\n\r])\p{Control}|\p{Surrogate}/u;

/** True for a text that comes back from the database as it went in. */
export function isKeepable(text: string): boolean {
  return !UNKEEPABLE.test(text);
}
