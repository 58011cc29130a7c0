/** What the label of a kit says: letters, digits and dashes, from three to 32 of them (decision 0032). */
const CODE = /^[A-Z0-9][A-Z0-9-]{2,31}$/;

/** The code in what somebody scanned or typed, in either case and with blanks around it; null for anything else. */
export function codeOfLabel(text: string): string | null {
  const code = text.trim().toUpperCase();
  return CODE.test(code) ? code : null;
}
