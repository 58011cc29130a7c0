const BODY_CHARACTERS_MAX = 8 * 1_024;

/** The body as text; null when it is larger than any form of ours. */
export async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? "0") > BODY_CHARACTERS_MAX) return null;
  const text = await request.text();
  return text.length > BODY_CHARACTERS_MAX ? null : text;
}

/** The body as JSON; null when it is none, or too large. */
export async function readJson(request: Request): Promise<unknown> {
  return parseJson((await readText(request)) ?? "");
}

/** Null for a text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
