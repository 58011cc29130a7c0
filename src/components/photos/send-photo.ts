/** What became of one try. `unreachable`: nobody knows, so the same id is sent again. */
export type SendResult =
  | { readonly kind: "sent" }
  | { readonly kind: "unreachable" }
  | { readonly kind: "refused"; readonly message: string };

export interface PhotoToSend {
  readonly id: string;
  readonly bytes: Blob;
  readonly onProgress: (share: number) => void;
  /** Ends the try; the promise then never settles in a way that anybody waits for. */
  readonly signal: AbortSignal;
}

/** Sends a photo to the server. By XMLHttpRequest, since `fetch` tells nothing of how far an upload has come. */
export function sendPhoto({ id, bytes, onProgress, signal }: PhotoToSend): Promise<SendResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/photos");
    request.setRequestHeader("content-type", "image/jpeg");
    request.setRequestHeader("x-photo-id", id);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(loaded / total);
    };
    request.onload = () => resolve(resultOf(request.status, request.response));
    request.onerror = () => resolve({ kind: "unreachable" });
    request.onabort = () => resolve({ kind: "unreachable" });
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(bytes);
  });
}

/** An answer of a proxy on the way, or of a server that is starting, says nothing about the photo. */
function resultOf(status: number, body: unknown): SendResult {
  if (status === 200 || status === 201) return { kind: "sent" };
  if (status >= 502 && status <= 504) return { kind: "unreachable" };
  return { kind: "refused", message: messageOf(body) };
}

function messageOf(body: unknown): string {
  const error: unknown = isObject(body) ? body["error"] : undefined;
  const message: unknown = isObject(error) ? error["message"] : undefined;
  return typeof message === "string" ? message : "This photo was not taken. Try it again.";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
