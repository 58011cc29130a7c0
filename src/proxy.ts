import { randomBytes, randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { documentHeaders, nonceFrom, signInRedirect, trustedRequestHeaders } from "@/server/security-headers";

/**
 * Runs before every page and most API calls: makes the nonce and the request id, sets the headers of a document,
 * and sends visitors without a session cookie to sign in. It authorizes nothing; procedures and page data do.
 */
export function proxy(request: NextRequest): NextResponse {
  const requestId = randomUUID();
  if (request.nextUrl.pathname.startsWith("/api/")) {
    const headers = trustedRequestHeaders(request.headers, { requestId, policy: null });
    return marked(NextResponse.next({ request: { headers } }), { "X-Request-Id": requestId });
  }
  const policy = {
    nonce: nonceFrom(randomBytes(16)),
    isDevelopment: process.env.NODE_ENV === "development",
  };
  const own = { ...documentHeaders(policy), "X-Request-Id": requestId };
  const cookieNames = request.cookies.getAll().map((cookie) => cookie.name);
  const signIn = signInRedirect(request.nextUrl, cookieNames);
  if (signIn !== null) return marked(NextResponse.redirect(new URL(signIn, request.url)), own);
  const headers = trustedRequestHeaders(request.headers, { requestId, policy });
  return marked(NextResponse.next({ request: { headers } }), own);
}

function marked(response: NextResponse, headers: Record<string, string>): NextResponse {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/**
 * Uploads, imports, streams and files stay outside: the proxy buffers bodies and cuts what exceeds its buffer. So
 * do procedure calls, of whose work it would be a third.
 * Routes there make their own request id and ignore one that a client sent.
 */
export const config = {
  matcher: [
    "/((?!_next/static|_next/image|api/trpc|api/photos|api/imports|api/log/export|api/timesheets|api/live|api/csp-reports|photos|calendar/|icon\\.svg|icons/|manifest\\.webmanifest|sw\\.js|favicon\\.ico|robots\\.txt).*)",
  ],
};
