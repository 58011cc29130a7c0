/** What the label of a kit says: letters, digits and dashes, from three to 32 of them. */
const CODE = /^[A-Z0-9][A-Z0-9-]{2,31}$/;

/**
 * The code of a kit in what somebody scanned or typed: the code itself, in either case and with blanks around it, or an
 * address that ends in it or names it as `code`. Null for anything else, such as the code of somebody else's box.
 */
export function codeOfLabel(text: string): string | null {
  const bare = text.trim().toUpperCase();
  if (CODE.test(bare)) return bare;
  if (!URL.canParse(text)) return null;
  const { pathname, searchParams } = new URL(text);
  const named = (searchParams.get("code") ?? pathname.split("/").at(-1) ?? "").toUpperCase();
  return CODE.test(named) ? named : null;
}
