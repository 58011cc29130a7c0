import { isRecord } from "@/components/form/is-record";

/** The server's limit, so that a larger file is refused before it travels. */
const fileBytesMax = 20_000_000;

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
  const { error, fileId } = isRecord(body) ? body : {};
  if (isRecord(error)) {
    const { message, requestId } = error;
    if (typeof message === "string" && typeof requestId === "string") return { message, requestId };
  }
  if (typeof fileId === "string") return { fileId };
  throw new TypeError("The answer to an upload names no file.");
}
