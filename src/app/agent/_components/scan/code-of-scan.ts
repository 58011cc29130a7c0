/** What a picture said: the code of this event, the code of another one, or something else. */
export type Scan =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "other-event" }
  | { readonly kind: "no-code" };

export const scanWords: Readonly<Record<Scan["kind"], string>> = {
  code: "Code read.",
  "other-event": "This is the code of another event. Scan the one of this shift.",
  "no-code": "This is not a check-in code. Scan the one on the manager’s screen.",
};

/** Reads the address that the manager's screen shows; whatever its server is called. */
export function codeOfScan(text: string, eventId: string): Scan {
  if (!URL.canParse(text)) return { kind: "no-code" };
  const { pathname, searchParams } = new URL(text);
  const [event, code] = [searchParams.get("event"), searchParams.get("code")];
  if (pathname !== "/agent/check-in" || event === null || code === null) return { kind: "no-code" };
  return event === eventId ? { kind: "code", code } : { kind: "other-event" };
}
