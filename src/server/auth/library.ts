import { betterAuth } from "better-auth";
import { isAPIError } from "better-auth/api";
import { newId } from "@/commands/new-id";
import type { Database } from "@/db/database";
import { longestSessionSeconds } from "./session-ages";
import { sessionCookieKind, type SignInSettings } from "./settings";

/** The header by which our own sign-in tells the library what address to note; never taken from outside. */
export const countedAddressHeader = "x-muster-counted-address";

/**
 * The sign-in library over our tables. It checks passwords and makes sessions; who may go on with a session is
 * decided by `signedIn` on every request. Its HTTP handler is reached through `handler.ts` only, which opens
 * sign-in and sign-out and nothing else of the library's many endpoints.
 */
export function createLibrary(database: Database, settings: SignInSettings) {
  const cookie = sessionCookieKind(settings.appUrl);
  return betterAuth({
    baseURL: settings.appUrl,
    basePath: "/api/auth",
    secret: settings.secret,
    database: database.pool,
    trustedOrigins: [...settings.trustedOrigins],
    telemetry: { enabled: false },
    logger: { disabled: true },
    onAPIError: { throw: true },
    // Attempts are counted by server/limits, in Postgres and per account too.
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    user: { modelName: "auth_user", fields: snakeCase(["emailVerified", "createdAt", "updatedAt"]) },
    session: {
      modelName: "auth_session",
      fields: snakeCase(["userId", "expiresAt", "createdAt", "updatedAt", "ipAddress", "userAgent"]),
      expiresIn: longestSessionSeconds,
      disableSessionRefresh: true,
      freshAge: 10 * 60,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: "auth_account",
      fields: snakeCase([
        "userId",
        "providerId",
        "accountId",
        "accessToken",
        "refreshToken",
        "idToken",
        "accessTokenExpiresAt",
        "refreshTokenExpiresAt",
        "createdAt",
        "updatedAt",
      ]),
    },
    verification: {
      modelName: "auth_verification",
      fields: snakeCase(["expiresAt", "createdAt", "updatedAt"]),
    },
    advanced: {
      database: { generateId: () => newId() },
      // The prefix that the library would add is __Secure-; ours is stronger and part of the name.
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: cookie.name,
          attributes: { secure: cookie.secure, httpOnly: true, sameSite: "lax", path: "/" },
        },
      },
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [countedAddressHeader] },
    },
  });
}

/** What the library answered to a sign-in: its cookies, or that it refused. Throws what is no refusal. */
export async function signInWithPassword(
  library: Pick<ReturnType<typeof createLibrary>, "handler">,
  request: Request,
): Promise<{ readonly setCookies: readonly string[] } | null> {
  try {
    const response = await library.handler(request);
    if (response.status === 200) return { setCookies: response.headers.getSetCookie() };
    if (response.status < 500) return null;
    throw new Error(`the sign-in library answered ${response.status}`);
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return null;
    throw error;
  }
}

function snakeCase<Field extends string>(fields: readonly Field[]): Record<Field, string> {
  const columns = fields.map((field) => [
    field,
    field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  ]);
  return Object.fromEntries(columns) as Record<Field, string>;
}
