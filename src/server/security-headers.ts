/**
 * The headers of a document as a pure function (security.md 7.1). What never changes sits in
 * `fixed-headers.mjs` and is set by `next.config.js` on every answer.
 */

/** Where browsers send policy violations: a route of our own, capped in size and rate. */
export const cspReportPath = "/api/csp-reports";

export interface DocumentPolicy {
  /** Base64 of 128 random bits, made by the server for this one document. */
  nonce: string;
  /** Development needs `eval` for its error overlay and hot reload. */
  isDevelopment: boolean;
}

/** The policy of one document, one directive per entry, in the order of security.md 7.1. */
export function contentSecurityPolicy({ nonce, isDevelopment }: DocumentPolicy): string {
  const evalSource = isDevelopment ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evalSource}`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "report-to csp",
  ].join("; ");
}

/** The headers only a document carries. Every page is made per request, so none of them may be stored. */
export function documentHeaders(policy: DocumentPolicy): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(policy),
    "Reporting-Endpoints": `csp="${cspReportPath}"`,
    "Cache-Control": "no-store",
  };
}

/** Base64 of 16 random bytes, which the caller draws from a cryptographic source. */
export function nonceFrom(randomBytes: Uint8Array): string {
  if (randomBytes.length !== 16) throw new RangeError("A nonce is made of 16 random bytes.");
  return btoa(String.fromCharCode(...randomBytes));
}

/**
 * The request headers that the app may trust, because a client cannot set them: everything of this name that
 * came from outside is dropped or overwritten. Next reads the nonce for its own scripts from the policy.
 */
export function trustedRequestHeaders(
  incoming: Headers,
  own: { requestId: string; policy: DocumentPolicy | null },
): Headers {
  const trusted = new Headers(incoming);
  for (const name of ["x-nonce", "content-security-policy", "content-security-policy-report-only"]) {
    trusted.delete(name);
  }
  trusted.set("x-request-id", own.requestId);
  if (own.policy) {
    trusted.set("x-nonce", own.policy.nonce);
    trusted.set("content-security-policy", contentSecurityPolicy(own.policy));
  }
  return trusted;
}

const signedInAreas = ["/admin", "/field", "/agent", "/client", "/log"];

/**
 * The address of the sign-in page for somebody who opens a screen without a session cookie, or null when there
 * is nothing to redirect. A courtesy only: whether the session is real is decided where data is read.
 */
export function signInRedirect(
  url: { pathname: string; search: string },
  cookieNames: string[],
): string | null {
  const isProtected = signedInAreas.some(
    (area) => url.pathname === area || url.pathname.startsWith(`${area}/`),
  );
  if (!isProtected || cookieNames.some((name) => name.endsWith("muster.session"))) return null;
  return `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`;
}
