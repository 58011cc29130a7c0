import type { Database } from "@/db/database";
import { clientAddress, trustedProxies } from "@/server/limits/client-address";
import { createLinkLimit } from "@/server/limits/link-limit";
import { peerAddress } from "@/server/limits/peer-address";
import { signInLimit } from "@/server/limits/sign-in-limit";
import { checkRequest } from "@/server/request-guard";
import { problem } from "./answers";
import { handleChoosePassword } from "./choose-password";
import { createLibrary } from "./library";
import { handlePasswordLink, type PasswordLinkParts } from "./password-link-request";
import type { SignInSettings } from "./settings";
import { handleSignIn, type SignInParts } from "./sign-in";
import { handleSignOut } from "./sign-out";

/** Answers the requests below /api/auth. */
export type SignInHandler = (request: Request) => Promise<Response>;

/** What sign-in borrows from the process around it. */
export type SignInServices = Pick<PasswordLinkParts, "sendMail" | "afterAnswer">;

const FORM = "application/x-www-form-urlencoded";

/**
 * The whole of /api/auth, POST only: `sign-in/email`, `sign-out`, `password-link`, `choose-password`. Every other
 * endpoint that the sign-in library knows (sign-up, changes of the user, social sign-in) is missing here, for
 * everybody (S-32).
 */
export function createSignInHandler(
  database: Database,
  settings: SignInSettings,
  services: SignInServices,
): SignInHandler {
  const routes = createRoutes(database, settings, services);
  const proxies = trustedProxies(settings.trustedProxies);
  return async (request) => {
    const route = routes.get(new URL(request.url).pathname);
    if (route === undefined) return problem(404, "NOT_FOUND", "There is nothing here.");
    if (request.method !== "POST")
      return problem(405, "INVALID", "This address takes POST only.", { Allow: "POST" });
    const refused = checkRequest({
      method: request.method,
      headers: request.headers,
      trustedOrigins: settings.trustedOrigins,
      contentTypes: ["application/json", FORM],
    });
    if (refused !== null) return problem(refused.status, "FORBIDDEN", refused.message);
    const forwardedFor = request.headers.get("x-forwarded-for");
    return route(request, clientAddress(peerAddress(request.headers), forwardedFor, proxies));
  };
}

type Route = (request: Request, network: string) => Promise<Response>;

function createRoutes(
  database: Database,
  settings: SignInSettings,
  services: SignInServices,
): ReadonlyMap<string, Route> {
  const signIn: SignInParts = {
    database,
    settings,
    library: createLibrary(database, settings),
    limit: signInLimit(database),
  };
  const link: PasswordLinkParts = {
    database,
    appUrl: settings.appUrl,
    limit: createLinkLimit(database),
    ...services,
  };
  return new Map<string, Route>([
    ["/api/auth/sign-in/email", (request, network) => handleSignIn(request, network, signIn)],
    ["/api/auth/sign-out", (request) => handleSignOut(request, signIn)],
    ["/api/auth/password-link", (request, network) => handlePasswordLink(request, network, link)],
    ["/api/auth/choose-password", (request) => handleChoosePassword(request, database)],
  ]);
}
