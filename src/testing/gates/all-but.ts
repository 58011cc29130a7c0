/**
 * Regular expressions for "anything below here except …".
 *
 * oxlint's expressions have no look-ahead, and an exception in one of its `group` patterns lifts the bans of
 * every other pattern of the same override. Spelling out each way of differing has neither flaw.
 */

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\]^{|}]/g, "\\$&");
}

/** Matches one path segment unless it is one of `names`; what follows an allowed segment is not looked at. */
export function allBut(names: readonly string[]): string {
  const prefixes = new Set(names.flatMap((name) => [...name].map((_, length) => name.slice(0, length))));
  const endings = [...new Set([...prefixes, ...names])].map((prefix) => {
    const next = names.filter((name) => name.startsWith(prefix)).map((name) => name.charAt(prefix.length));
    const other = `[^${escaped([...new Set(next)].join(""))}${names.includes(prefix) ? "/" : ""}]`;
    return escaped(prefix) + (names.includes(prefix) ? other : `(${other}|$)`);
  });
  return `(${endings.join("|")})`;
}
