import * as z from "zod";

/** The server's limit, so that a larger file is refused before it travels. */
const fileBytesMax = 20_000_000;

const answerSchema = z.object({ fileId: z.string() });
const refusalSchema = z.object({ error: z.object({ message: z.string(), requestId: z.string() }) });

export type Uploaded =
  | { readonly fileId: string }
  | { readonly message: string; readonly requestId?: string };

/** Hands a file to the server; resolves to its id, or to a sentence on why it was not taken. */
export async function uploadFile(file: File, send: typeof fetch = fetch): Promise<Uploaded> {
  if (file.size > fileBytesMax) {
    return { message: "The file is larger than 20 MB. Split it and import the parts." };
  }
  try {
    const response = await send("/api/imports", {
      method: "POST",
      headers: { "content-type": "text/csv", "x-file-name": encodeURIComponent(file.name) },
      body: file,
    });
    return readAnswer(await response.json());
  } catch {
    return { message: "The file did not reach the server. Check the connection and choose it again." };
  }
}

function readAnswer(body: unknown): Uploaded {
  const refusal = refusalSchema.safeParse(body);
  if (refusal.success) return refusal.data.error;
  return { fileId: answerSchema.parse(body).fileId };
}
