import { after } from "next/server";
import { processWide } from "@/db/process-wide";
import { mailTransport } from "@/server/mail/current";
import { requestDatabase } from "@/server/databases";
import { createSignInHandler } from "./handler";
import { type SignedIn, signedIn } from "./session";
import { signInSettings } from "./settings";

/** Answers the requests below /api/auth with this process's settings, pool and mail. */
export async function handleAuthRequest(request: Request): Promise<Response> {
  const handler = processWide("sign-in", () =>
    createSignInHandler(requestDatabase(), signInSettings(), {
      sendMail: mailTransport(),
      afterAnswer: after,
    }),
  );
  return handler(request);
}

/** Who is asking, with this process's settings and pool; null when nobody is signed in. */
export async function whoIsAsking(headers: Headers): Promise<SignedIn | null> {
  return signedIn(requestDatabase(), headers, { settings: signInSettings() });
}
