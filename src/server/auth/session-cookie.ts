import { createHmac, timingSafeEqual } from "node:crypto";
import { sessionCookieKind, type SignInSettings } from "./settings";

/**
 * The session token of a request, or null when the cookie is missing, doubled or not signed by us.
 *
 * The value is `token.signature`, URL-encoded; the signature is the base64 of HMAC-SHA-256 over the token, as
 * the sign-in library writes it.
 */
export function sessionToken(headers: Headers, settings: SignInSettings): string | null {
  const value = cookieValue(headers.get("cookie") ?? "", sessionCookieKind(settings.appUrl).name);
  const cut = value?.lastIndexOf(".") ?? -1;
  if (value === null || cut < 1) return null;
  const token = value.slice(0, cut);
  const given = Buffer.from(value.slice(cut + 1), "base64");
  const expected = createHmac("sha256", settings.secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** A Set-Cookie value that removes the session cookie. */
export function expiredSessionCookie(settings: SignInSettings): string {
  const { name, secure } = sessionCookieKind(settings.appUrl);
  return `${name}=; Max-Age=0; Path=/; HttpOnly;${secure ? " Secure;" : ""} SameSite=Lax`;
}

/** Two cookies of one name are the mark of somebody planting one; neither is believed. */
function cookieValue(header: string, name: string): string | null {
  const values = header
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [value] = values;
  if (values.length !== 1 || value === undefined) return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
