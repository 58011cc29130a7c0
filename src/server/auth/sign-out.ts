import { answer, isPlainForm, seeOther } from "./answers";
import { expiredSessionCookie, sessionToken } from "./session-cookie";
import { endSessionOfToken } from "./sessions";
import type { SignInParts } from "./sign-in";

/**
 * Ends the session of this request and has the browser forget what it keeps of us (S-39). Safe to call without
 * a session or twice. Answers 200 `{ next }`, or leads a plain form to the sign-in page.
 */
export async function handleSignOut(
  request: Request,
  { database, settings }: Pick<SignInParts, "database" | "settings">,
): Promise<Response> {
  const token = sessionToken(request.headers, settings);
  if (token !== null) await endSessionOfToken(database, token);
  const response = isPlainForm(request) ? seeOther("/sign-in") : answer(200, { next: "/sign-in" });
  response.headers.append("Set-Cookie", expiredSessionCookie(settings));
  response.headers.set("Clear-Site-Data", '"cache", "storage"');
  return response;
}
