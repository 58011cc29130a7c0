const SENTENCES: Readonly<Record<string, string>> = {
  INVALID: "Enter your e-mail address and your password.",
  WRONG_CREDENTIALS: "The e-mail address or the password is not right.",
  TOO_MANY_ATTEMPTS: "Too many attempts. Wait a few minutes, then try again.",
};

/** The sentence for a code that came back in the address; null for none, and for one that we never send. */
export function problemSentence(code: string | undefined): string | null {
  return code !== undefined && Object.hasOwn(SENTENCES, code) ? (SENTENCES[code] ?? null) : null;
}
