/**
 * A path of our own to go on to, or "/" when what was asked for leads anywhere else (CWE-601).
 *
 * Accepts an absolute path with its query and fragment; refuses other hosts in every spelling that a browser
 * would follow, the endpoints below /api, and the sign-in page itself.
 */
export function localPath(asked: string | null | undefined): string {
  if (!asked || asked.length > 2_000 || !asked.startsWith("/") || !URL.canParse(asked, BASE)) return "/";
  const url = new URL(asked, BASE);
  if (url.origin !== BASE || url.pathname.startsWith("//")) return "/";
  if (/^\/(?:api|sign-in)(?:\/|$)/.test(url.pathname)) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}

const BASE = "https://muster.invalid";
