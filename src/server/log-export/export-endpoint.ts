import "server-only";
import { newId } from "@/commands/new-id";
import { env } from "@/env";
import { createRequestContext } from "@/server/context";
import { type ErrorCode, isExpected, publicError } from "@/server/error-mapping";
import { log } from "@/server/log";
import { takeExport } from "./take-export";

const STATUS: Partial<Readonly<Record<ErrorCode, number>>> = { FORBIDDEN: 403, TRY_AGAIN: 503 };

/** Answers a request for the log as a file. The proxy does not run here, so the request id is made here. */
export async function handleLogExport(request: Request): Promise<Response> {
  const { trustedOrigins, appUrl } = env();
  const context = { ...createRequestContext(request.headers), requestId: newId() };
  const { requestId } = context;
  try {
    return await takeExport({ request, context, trustedOrigins, appUrl });
  } catch (error) {
    const { code, message } = publicError(error);
    if (!isExpected(error)) log().error({ requestId, path: "/api/log/export", err: error }, "export failed");
    return Response.json(
      { error: { message, requestId } },
      {
        status: STATUS[code] ?? 500,
        headers: { "cache-control": "no-store", "x-request-id": requestId },
      },
    );
  }
}
