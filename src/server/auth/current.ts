import { after } from "next/server";
import { processWide } from "@/db/process-wide";
import { requestIdOf } from "@/server/context";
import { requestDatabase } from "@/server/databases";
import { log } from "@/server/log";
import { mailTransport } from "@/server/mail/current";
import { problem } from "./answers";
import { createSignInHandler } from "./handler";
import { signInSettings } from "./settings";

/** Answers the requests below /api/auth with this process's settings, pool, mail and log. */
export async function handleAuthRequest(request: Request): Promise<Response> {
  try {
    return await processWide("sign-in", createHandler)(request);
  } catch (error) {
    log().error({ err: error, requestId: requestIdOf(request.headers) }, "a sign-in request failed");
    return problem(500, "INTERNAL", "This did not work, and it is not your fault. Try again in a moment.");
  }
}

function createHandler() {
  return createSignInHandler(requestDatabase(), signInSettings(), {
    sendMail: mailTransport(),
    afterAnswer: (work) =>
      after(() =>
        work().catch((error: unknown) => log().error({ err: error }, "a link could not be mailed")),
      ),
  });
}
