/** What the server said: the text field that was asked for, or the sentence to show instead. */
export type Posted = { readonly said: string } | { readonly problem: string };

/**
 * Sends a form of these pages as JSON; never rejects. `expects` names the text field of a good answer; `send` is
 * the browser's fetch.
 */
export async function postForm(
  path: string,
  fields: Readonly<Record<string, string>>,
  expects: "next" | "message",
  send: typeof fetch,
): Promise<Posted> {
  try {
    const response = await send(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(fields),
    });
    const said = textField(await response.json(), response.ok ? expects : "message");
    if (said !== null) return response.ok ? { said } : { problem: said };
  } catch {
    // No answer, or none of ours: the sentence below covers both.
  }
  return { problem: "Muster could not be reached. Check your connection, then try again." };
}

/** Read by hand: the first page that anybody loads is spared a schema library. */
function textField(body: unknown, name: string): string | null {
  if (typeof body !== "object" || body === null) return null;
  const value: unknown = Reflect.get(body, name);
  return typeof value === "string" ? value : null;
}
