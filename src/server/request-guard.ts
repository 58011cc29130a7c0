export interface GuardedRequest {
  readonly method: string;
  readonly headers: Headers;
  /** The origins of our own pages, as in `env().trustedOrigins`. */
  readonly trustedOrigins: readonly string[];
  /** Media types that the route reads. JSON alone by default. */
  readonly contentTypes?: readonly string[];
}

export interface RequestRefusal {
  readonly status: 403 | 415;
  /** A sentence for a person. */
  readonly message: string;
}

/**
 * Refuses what another site made a browser send (S-13, ASVS 3.5.1 to 3.5.3); null lets the request pass.
 *
 * A browser that says where a request comes from is believed: anything but the same origin is refused. An older
 * one names its origin, which must be ours. A client that says neither is no browser: it carries no cookie that
 * somebody else could abuse. On top, only announced media types are read, since a form or plain text needs no
 * preflight.
 */
export function checkRequest(request: GuardedRequest): RequestRefusal | null {
  if (request.method === "GET" || request.method === "HEAD") return null;
  if (!isFromOurOwnPages(request)) {
    return { status: 403, message: "This request came from another site, so it was not carried out." };
  }
  if (!hasKnownContentType(request)) {
    return { status: 415, message: "This kind of content is not accepted here." };
  }
  return null;
}

function isFromOurOwnPages({ headers, trustedOrigins }: GuardedRequest): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  return origin === null || trustedOrigins.includes(origin);
}

function hasKnownContentType({ headers, contentTypes = ["application/json"] }: GuardedRequest): boolean {
  const given = headers.get("content-type");
  if (given === null) return !hasBody(headers);
  const mediaType = given.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return contentTypes.includes(mediaType);
}

function hasBody(headers: Headers): boolean {
  return headers.has("transfer-encoding") || (headers.get("content-length") ?? "0") !== "0";
}
