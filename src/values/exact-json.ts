/**
 * JSON whose numbers stay as they were written. A double keeps some 15 digits; what is longer is carried as text with
 * a mark in front that no stored text can hold (PostgreSQL refuses NUL), and printed as a number again.
 */

const MARK = "\u0000";
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const MARKED = /"\\u0000(-?[\d.eE+-]+)"/g;

/** The value of a JSON text, numbers that a double would change as marked text. Throws SyntaxError for other texts. */
export function parseExactJson(text: string): unknown {
  return JSON.parse(
    text.replace(TOKEN, (token) => (isInexact(token) ? JSON.stringify(MARK + token) : token)),
  );
}

/** The value as JSON text with two spaces of indent, marked numbers as they were written. */
export function printExactJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(MARKED, "$1");
}

function isInexact(token: string): boolean {
  return !token.startsWith('"') && String(Number(token)) !== token && !isSameDecimal(token);
}

/** `1.50` and `1e2` are other spellings of what a double holds. */
function isSameDecimal(token: string): boolean {
  const digits = token
    .replace(/[eE].*$/, "")
    .replaceAll(/[-.]/g, "")
    .replace(/^0+/, "");
  return digits.length <= 15 && Number.isFinite(Number(token));
}
