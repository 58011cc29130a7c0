import { localPath } from "@/values/local-path";

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly next: string;
}

/** Where to go on to, or the sentence to show. */
export type SignInResult = { readonly next: string } | { readonly problem: string };

/** Sends the form; never rejects. `send` is the browser's fetch. */
export async function sendSignIn(credentials: Credentials, send: typeof fetch): Promise<SignInResult> {
  try {
    const response = await send("/api/auth/sign-in/email", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(credentials),
    });
    const body: unknown = await response.json();
    const said = textField(body, response.ok ? "next" : "message");
    if (said !== null) return response.ok ? { next: localPath(said) } : { problem: said };
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
