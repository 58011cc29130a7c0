import { env } from "@/env";

/** What sign-in needs to know about the installation. */
export interface SignInSettings {
  /** Signs the session cookie; 32 characters or more. */
  readonly secret: string;
  /** Where the product is served, without a slash at the end. */
  readonly appUrl: string;
  /** Every origin a browser may sign in from. */
  readonly trustedOrigins: readonly string[];
  /** Addresses and networks of our own reverse proxies; empty when there is none. */
  readonly trustedProxies: readonly string[];
}

/** The settings of this process. @throws InvalidEnvironment */
export function signInSettings(): SignInSettings {
  const { authSecret, appUrl, trustedOrigins, trustedProxies } = env();
  return { secret: authSecret, appUrl, trustedOrigins, trustedProxies };
}

export interface CookieKind {
  readonly name: string;
  readonly secure: boolean;
}

/** `__Host-` and Secure fall away only where a browser could not keep such a cookie: plain http at this machine (S-28). */
export function sessionCookieKind(appUrl: string): CookieKind {
  const { protocol, hostname } = new URL(appUrl);
  const isThisMachine = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
  return protocol === "http:" && isThisMachine
    ? { name: "muster.session", secure: false }
    : { name: "__Host-muster.session", secure: true };
}
