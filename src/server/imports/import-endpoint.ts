import "server-only";
import { newId } from "@/commands/new-id";
import { env } from "@/env";
import { createRequestContext } from "@/server/context";
import { log } from "@/server/log";
import { publicError } from "@/server/error-mapping";
import { takeUpload } from "./upload";

/** Answers the upload of a file to import. The proxy does not run here, so the request id is made here. */
export async function handleImportUpload(request: Request): Promise<Response> {
  const context = { ...createRequestContext(request.headers), requestId: newId() };
  try {
    return await takeUpload({ request, context, trustedOrigins: env().trustedOrigins });
  } catch (error) {
    const { code, message } = publicError(error);
    log().error({ requestId: context.requestId, path: "/api/imports", err: error }, "upload failed");
    return Response.json(
      { error: { message, requestId: context.requestId } },
      { status: code === "TRY_AGAIN" ? 503 : 500, headers: { "cache-control": "no-store" } },
    );
  }
}
