import "server-only";
import { asyncApiDocument } from "@/domain-events/interchange/asyncapi";
import { createRequestContext, type RequestContext } from "@/server/context";
import { mayCall } from "@/server/permissions";

/** Answers `/api/log/asyncapi.json`. */
export function handleAsyncApi(request: Request): Promise<Response> {
  return asyncApi(createRequestContext(request.headers));
}

/** The AsyncAPI document of the log for an admin, or a refusal `{ error: { message, requestId } }`: 401, 403. */
export async function asyncApi(context: RequestContext): Promise<Response> {
  const person = await context.person();
  const refuse = (status: number, message: string) =>
    answer({ error: { message, requestId: context.requestId } }, status);
  if (!person) return refuse(401, "Sign in to go on.");
  if (!mayCall(person.role, "log.catalogue")) {
    return refuse(403, "The catalog of the log is for admins of the agency.");
  }
  return answer(asyncApiDocument(), 200);
}

function answer(body: object, status: number): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
