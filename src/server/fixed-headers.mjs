/**
 * Headers that are the same on every answer: pages, API, files, errors. Plain data in plain JavaScript, because
 * `next.config.js` reads it before anything is compiled. Source: security.md 7.1, rows S-36 and S-37.
 */

/** For everything, whatever it is. */
export const fixedHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()",
  },
];

/** Only where the request arrived over https: on plain http a browser must ignore it (RFC 6797, 7.2). */
export const httpsHeaders = [
  { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" },
];

/** For answers that are no documents: JSON, streams. */
export const dataHeaders = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
  { key: "Cache-Control", value: "no-store" },
];

/** For what people uploaded: whatever it is, it is no page of ours (security.md part 5). */
export const photoHeaders = [
  { key: "Content-Security-Policy", value: "default-src 'none'; sandbox; frame-ancestors 'none'" },
  { key: "Cache-Control", value: "private, no-store" },
];

/** For pages reached by a secret link, whose address must not travel on. */
export const linkPageHeaders = [{ key: "Referrer-Policy", value: "no-referrer" }];
