/** An answer that nobody keeps: sign-in and sign-out are of one moment and one person (S-38). */
export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store", ...headers } });
}

/** A refusal: a stable code and a sentence for a person. */
export function problem(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return answer(status, { code, message }, headers);
}

/** Where a form that was sent without script goes on to. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { "Cache-Control": "no-store", Location: path } });
}

/** True when the browser sent the form itself, so that it shows what it gets for an answer. */
export function isPlainForm(request: Request): boolean {
  return (request.headers.get("content-type") ?? "")
    .toLowerCase()
    .startsWith("application/x-www-form-urlencoded");
}
