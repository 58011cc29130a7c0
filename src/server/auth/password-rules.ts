import { commonPasswords } from "./common-passwords";

export const passwordLengthMin = 12;
export const passwordLengthMax = 128;

/**
 * Why this may not be a password, as a sentence for the person who chose it, or null when it may (S-24, ASVS
 * 6.2.1 to 6.2.12): length, and no password that everybody tries first. No rules about kinds of characters.
 *
 * `personalWords` are words that others know of the person, such as the e-mail address and the name.
 */
export function passwordProblem(password: string, personalWords: readonly string[] = []): string | null {
  const length = [...password].length;
  if (length < passwordLengthMin) return `Use at least ${passwordLengthMin} characters; a few words do well.`;
  if (length > passwordLengthMax) return `Use at most ${passwordLengthMax} characters.`;
  if (isCommon(password)) return "This password is one of those that are tried first. Choose another.";
  if (isMadeOf(password, personalWords)) {
    return "This password is made of your own name or address. Choose another.";
  }
  return null;
}

/** True for a listed password, also when it is dressed up with digits, signs, capitals, look-alikes or repeats. */
function isCommon(password: string): boolean {
  const plain = password.toLowerCase();
  if (new Set(plain).size < 5 || isRun(plain)) return true;
  const undressed = [plain, lettersOfLookAlikes(plain)].flatMap((text) => [text, trimmed(text)]);
  return undressed.some((text) => commonPasswords.has(text) || commonPasswords.has(unrepeated(text)));
}

function isMadeOf(password: string, words: readonly string[]): boolean {
  const rest = words
    .flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)])
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(word, ""), password.toLowerCase());
  return rest !== password.toLowerCase() && [...trimmed(rest)].length < 4;
}

const RUNS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
];

/** True for a stretch of the alphabet, of the digits or of a keyboard, in either direction. */
function isRun(plain: string): boolean {
  const backwards = [...plain].reverse().join("");
  return RUNS.some((run) => run.includes(plain) || run.includes(backwards));
}

/** Without the digits and signs at either end. */
function trimmed(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

function lettersOfLookAlikes(text: string): string {
  return [...trimmed(text)].map((character) => LOOK_ALIKES[character] ?? character).join("");
}

/** "passwordpassword" → "password"; any other text as it is. */
function unrepeated(text: string): string {
  return /^(.{3,}?)\1+$/.exec(text)?.[1] ?? text;
}
