import { requestIdOf } from "@/server/context";
import { log } from "@/server/log";
import * as z from "zod";
import type { Database } from "@/db/database";
import type { SignInLimit } from "@/server/limits/sign-in-limit";
import { localPath } from "@/values/local-path";
import { answer, isPlainForm, problem, seeOther } from "./answers";
import { countedAddressHeader, type createLibrary, signInWithPassword } from "./library";
import { parseJson, readText } from "./read-json";
import { sessionToken } from "./session-cookie";
import { endSessionOfToken, removeExpiredSessions } from "./sessions";
import type { SignInSettings } from "./settings";

export interface SignInParts {
  readonly database: Database;
  readonly settings: SignInSettings;
  readonly library: ReturnType<typeof createLibrary>;
  readonly limit: SignInLimit;
}

/** The form; role, client and every other field that somebody adds are dropped unread (S-32). */
const inputSchema = z.object({
  email: z.string().trim().toLowerCase().min(1).max(254),
  password: z.string().min(1).max(1_000),
  next: z.string().optional(),
});

/**
 * Signs in with e-mail and password, as JSON from our form or as the plain form of a browser without script.
 *
 * Answers 200 `{ next }` with the cookie; 401 with one and the same sentence whether the e-mail is unknown, the
 * password wrong or the person no longer active, after the same work (S-27); 429 with Retry-After; 400 when a
 * field is missing. A session that the browser held before ends.
 */
export async function handleSignIn(request: Request, network: string, parts: SignInParts): Promise<Response> {
  const plain = isPlainForm(request);
  const input = await readInput(request, plain);
  if (input === null) return refusal("INVALID", plain, "/");
  const next = localPath(input.next);
  const attempt = await parts.limit.attempt(input.email, network);
  if (!attempt.allowed) {
    reportRefusal(request, "TOO_MANY_ATTEMPTS");
    return refusal("TOO_MANY_ATTEMPTS", plain, next, attempt.retryAfterSeconds);
  }

  const session = await signInWithPassword(parts.library, libraryRequest(request, input, network));
  if (session === null) {
    await attempt.failed();
    reportRefusal(request, "WRONG_CREDENTIALS");
    return refusal("WRONG_CREDENTIALS", plain, next);
  }
  await attempt.succeeded();
  await endEarlierSession(request, parts);
  const response = plain ? seeOther(next) : answer(200, { next });
  for (const cookie of session.setCookies) response.headers.append("Set-Cookie", cookie);
  return response;
}

async function readInput(request: Request, plain: boolean): Promise<z.infer<typeof inputSchema> | null> {
  const text = (await readText(request)) ?? "";
  const parsed = inputSchema.safeParse(
    plain ? Object.fromEntries(new URLSearchParams(text)) : parseJson(text),
  );
  return parsed.success ? parsed.data : null;
}

/**
 * What the library gets to see: the two fields, where the request came from (it checks that once more), and the
 * address as we count it. Not the old cookie, and none of the headers that a client may forge.
 */
function libraryRequest(
  request: Request,
  { email, password }: z.infer<typeof inputSchema>,
  network: string,
): Request {
  const kept = ["origin", "referer", "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest"];
  const headers = new Headers({ "content-type": "application/json" });
  for (const name of kept) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  headers.set("user-agent", (request.headers.get("user-agent") ?? "").slice(0, 300));
  if (network !== "unknown") headers.set(countedAddressHeader, network.replace(/\/64$/, ""));
  return new Request(request.url, { method: "POST", headers, body: JSON.stringify({ email, password }) });
}

async function endEarlierSession(request: Request, { database, settings }: SignInParts): Promise<void> {
  const earlier = sessionToken(request.headers, settings);
  if (earlier !== null) await endSessionOfToken(database, earlier);
  await removeExpiredSessions(database);
}

type SignInProblem = "INVALID" | "WRONG_CREDENTIALS" | "TOO_MANY_ATTEMPTS";

function refusal(code: SignInProblem, plain: boolean, next: string, retryAfterSeconds = 0): Response {
  if (plain) return seeOther(`/sign-in?${new URLSearchParams({ problem: code, next })}`);
  switch (code) {
    case "INVALID":
      return problem(400, code, "Enter your e-mail address and your password.");
    case "WRONG_CREDENTIALS":
      return problem(401, code, "The e-mail address or the password is not right.");
    case "TOO_MANY_ATTEMPTS":
      return problem(429, code, `Too many attempts. Try again in ${waitInWords(retryAfterSeconds)}.`, {
        "Retry-After": String(retryAfterSeconds),
      });
    default:
      return code satisfies never;
  }
}

function waitInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

/** For the operator (S-53): that and why, by request id; never who was named or from where. */
function reportRefusal(request: Request, reason: string): void {
  log().info({ requestId: requestIdOf(request.headers), reason }, "sign-in refused");
}
