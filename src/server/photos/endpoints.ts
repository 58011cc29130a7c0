import "server-only";
import { newId } from "@/commands/new-id";
import { env } from "@/env";
import { createRequestContext, type RequestContext } from "@/server/context";
import { publicError } from "@/server/error-mapping";
import { log } from "@/server/log";
import { photoStorage } from "./current";
import { showPhoto } from "./show";
import { takePhoto } from "./upload";

/** Answers the upload of a photo. The proxy runs at neither door, so the request id is made here. */
export function handlePhotoUpload(request: Request): Promise<Response> {
  return guarded(request, "/api/photos", (context) =>
    takePhoto({ request, context, storage: photoStorage(), trustedOrigins: env().trustedOrigins }),
  );
}

/** Answers with a photo; `?size=small` for its preview. */
export function handlePhoto(request: Request, photoId: string): Promise<Response> {
  const size = new URL(request.url).searchParams.get("size") === "small" ? "small" : "large";
  return guarded(request, "/photos", (context) => showPhoto(context, photoStorage(), { photoId, size }));
}

async function guarded(
  request: Request,
  path: string,
  work: (context: RequestContext) => Promise<Response>,
): Promise<Response> {
  const context = { ...createRequestContext(request.headers), requestId: newId() };
  const { requestId } = context;
  try {
    return await work(context);
  } catch (error) {
    const { code, message } = publicError(error);
    log().error({ requestId, path, err: error }, "photo failed");
    return Response.json(
      { error: { message, requestId } },
      { status: code === "TRY_AGAIN" ? 503 : 500, headers: { "cache-control": "no-store" } },
    );
  }
}
