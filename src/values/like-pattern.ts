/** LIKE wildcards in what a person typed are letters like any other (security.md S-19). */
export function escapeLike(words: string): string {
  return words.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** The pattern that finds these words anywhere in a text. */
export function likePattern(words: string): string {
  return `%${escapeLike(words)}%`;
}
