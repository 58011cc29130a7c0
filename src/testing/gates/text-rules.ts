/** Searches for what the linter cannot see: each takes a file's text and returns what it finds wrong. */

/** Imports of zod other than `import * as z`: the named import costs browsers three times the weight. */
export function namedZodImports(text: string): readonly string[] {
  const imports = text.match(/^(import|export)\s[^;"']*?from\s*["']zod(\/[\w-]+)?["']/gm) ?? [];
  return imports.filter((line) => !/^import (type )?\* as z from/.test(line));
}

/** Unchecked raw SQL, in any spelling, comments included (S-17). */
export function unsafeSql(text: string): readonly string[] {
  return text.match(/\$(query|execute)RawUnsafe|Prisma\.raw\(/g) ?? [];
}

/** An input handed to Prisma whole instead of field by field (S-4). */
export function spreadInputs(text: string): readonly string[] {
  return text.match(/\b(data|create|update):\s*(input\b(?![.\w[])|\{\s*\.\.\.input\b)/g) ?? [];
}

/** Reads of the machine's clock: a pure file is told the time. */
export function clockReads(text: string): readonly string[] {
  return text.match(/new Date\(\s*\)|\bDate\.now\b|(?<!new |\.)\bDate\(\s*\)/g) ?? [];
}

/** Addresses of other origins that a browser would load something from; links and namespaces are none. */
export function foreignLoads(text: string): readonly string[] {
  return (
    text.match(
      /(?:\bsrc(?:Set)?=|\bhref=\{?["'](?=https?:\/\/[^"']+\.(?:css|woff2?|js|ico)\b)|url\(|@import\s|import\(|\bfrom\s|next\/font\/google|new (?:Worker|URL)\()\s*\{?["'`]?(?:https?:)?\/\/[^\s"'`)]+|next\/font\/google/g,
    ) ?? []
  );
}

const bannedWords = /\b(invalid|please|oops|successfully|unfortunately|simply)\b/i;

/**
 * Words and exclamation marks that people are not to read. Looks at string literals with a space in them,
 * at template texts and at the text between JSX tags; codes, class names and comments are left alone.
 */
export function bannedWording(text: string): readonly string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "$1");
  const strings = code.match(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];
  const prose = strings.map((literal) => literal.slice(1, -1).replaceAll(/\$\{[^}]*\}/g, "…"));
  const jsx = [...code.matchAll(/>([^<>{}=;]+)</g)].map(([, words = ""]) => words.trim());
  return [...prose.filter((literal) => literal.includes(" ") && !isClassList(literal)), ...jsx].filter(
    (words) => bannedWords.test(words) || /\p{L}!(\s|$)/u.test(words),
  );
}

/** Tailwind lists hold `invalid:` variants and `!` marks; a sentence holds neither colons nor brackets inside words. */
function isClassList(literal: string): boolean {
  return literal.split(/\s+/).some((word) => /^[a-z-]+:[a-z[!-]|^!?[a-z]+-[\w[./-]+$/.test(word));
}
