import { describe, expect, it } from "vitest";
import { fixedHeaders, httpsHeaders } from "./fixed-headers.mjs";
import {
  contentSecurityPolicy,
  documentHeaders,
  nonceFrom,
  signInRedirect,
  trustedRequestHeaders,
} from "./security-headers";

const policy = { nonce: "AAAAAAAAAAAAAAAAAAAAAA==", isDevelopment: false };

function directives(text: string): Map<string, string> {
  return new Map(
    text.split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources.join(" ")];
    }),
  );
}

describe("the content security policy (S-36)", () => {
  it("is the one of security.md 7.1", () => {
    expect(contentSecurityPolicy(policy)).toBe(
      "default-src 'self'; script-src 'self' 'nonce-AAAAAAAAAAAAAAAAAAAAAA==' 'strict-dynamic'; " +
        "style-src-elem 'self' 'nonce-AAAAAAAAAAAAAAAAAAAAAA=='; style-src-attr 'unsafe-inline'; " +
        "img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self'; " +
        "manifest-src 'self'; object-src 'none'; base-uri 'none'; frame-src 'none'; " +
        "frame-ancestors 'none'; form-action 'self'; report-to csp",
    );
  });

  it("allows eval in development and nowhere else", () => {
    const development = contentSecurityPolicy({ ...policy, isDevelopment: true });
    expect(directives(development).get("script-src")).toContain("'unsafe-eval'");
    expect(contentSecurityPolicy(policy)).not.toContain("eval");
  });

  it("never allows inline scripts, inline style elements or a foreign origin", () => {
    const found = directives(contentSecurityPolicy(policy));
    expect(found.get("script-src")).not.toContain("unsafe-inline");
    expect(found.get("style-src-elem")).not.toContain("unsafe-inline");
    expect(contentSecurityPolicy(policy)).not.toMatch(/https?:|\*/);
  });

  it("names an endpoint of our own for its reports and keeps documents out of every cache (S-38)", () => {
    expect(documentHeaders(policy)).toMatchObject({
      "Reporting-Endpoints": 'csp="/api/csp-reports"',
      "Cache-Control": "no-store",
    });
  });
});

describe("the headers of every answer (S-37)", () => {
  it("are those of security.md 7.1", () => {
    const all = Object.fromEntries([...fixedHeaders, ...httpsHeaders].map(({ key, value }) => [key, value]));
    expect(all).toEqual({
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy": "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()",
      "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    });
  });
});

describe("the nonce", () => {
  it("is base64 of exactly 128 bits", () => {
    expect(atob(nonceFrom(new Uint8Array(16).fill(255)))).toHaveLength(16);
    expect(() => nonceFrom(new Uint8Array(15))).toThrow(RangeError);
  });

  it("is never taken from a request, nor is the request id", () => {
    const incoming = new Headers({
      "x-nonce": "forged",
      "x-request-id": "forged",
      "content-security-policy": "script-src 'nonce-forged'",
      "content-security-policy-report-only": "script-src 'nonce-forged'",
      accept: "text/html",
    });
    const page = trustedRequestHeaders(incoming, { requestId: "r-1", policy });
    expect([...page.values()].join()).not.toContain("forged");
    expect(page.get("x-nonce")).toBe(policy.nonce);
    expect(page.get("x-request-id")).toBe("r-1");
    expect(page.get("accept")).toBe("text/html");
    const api = trustedRequestHeaders(incoming, { requestId: "r-2", policy: null });
    expect(api.get("x-nonce")).toBeNull();
    expect([...api.values()].join()).not.toContain("forged");
  });
});

describe("the friendly redirect to sign-in", () => {
  it("remembers where the visitor wanted to go", () => {
    expect(signInRedirect({ pathname: "/admin/bookings", search: "?status=submitted" }, [])).toBe(
      "/sign-in?next=%2Fadmin%2Fbookings%3Fstatus%3Dsubmitted",
    );
  });

  it("leaves alone who carries a session cookie, and pages that need none", () => {
    expect(signInRedirect({ pathname: "/admin", search: "" }, ["__Host-muster.session"])).toBeNull();
    expect(signInRedirect({ pathname: "/sign-in", search: "" }, [])).toBeNull();
    expect(signInRedirect({ pathname: "/administration", search: "" }, [])).toBeNull();
  });
});
