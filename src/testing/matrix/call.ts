import superjson from "superjson";
import { handleTrpc } from "@/server/trpc-endpoint";

/** What came back of one call. */
export interface Answer {
  readonly status: number;
  /** The answer of the procedure; undefined after a refusal. */
  readonly data: unknown;
  readonly error: AnswerError | null;
  readonly text: string;
}

export interface AnswerError {
  readonly code: string;
  readonly message: string;
  readonly rule?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly requestId?: string;
}

export const origin = "http://localhost:3000";

/** A request as a browser of ours sends it, unless `headers` say otherwise. */
export function rpcRequest(
  path: string,
  body: string | null,
  headers: Readonly<Record<string, string>> = {},
) {
  return new Request(`${origin}/api/trpc/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
}

/** Calls a procedure by its path through the HTTP door, with the cookie's session. */
export async function call(path: string, input: unknown, cookie: string | null): Promise<Answer> {
  return callRaw(path, bodyOf(input), cookie);
}

/** As the browser's link writes it; what that refuses to write, an attacker writes by hand. */
export function bodyOf(input: unknown): string {
  try {
    return JSON.stringify(superjson.serialize(input));
  } catch {
    return JSON.stringify({ json: input });
  }
}

/** The same with a body of one's own making. */
export async function callRaw(path: string, body: string, cookie: string | null): Promise<Answer> {
  return answerOf(await handleTrpc(rpcRequest(path, body, cookie === null ? {} : { cookie })));
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = JSON.parse(text) as {
    readonly result?: { readonly data: never };
    readonly error?: { readonly json: { readonly data: AnswerError } };
  };
  return {
    status: response.status,
    data: body.result && superjson.deserialize(body.result.data),
    error: body.error?.json.data ?? null,
    text,
  };
}
