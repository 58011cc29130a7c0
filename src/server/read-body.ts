/** The whole body of a request, or null when it is more than so many bytes, announced or not. */
export async function readBody(request: Request, bytesMax: number): Promise<Buffer<ArrayBuffer> | null> {
  if (!request.body) return Buffer.alloc(0);
  if (Number(request.headers.get("content-length") ?? "0") > bytesMax) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > bytesMax) {
      await reader.cancel();
      return null;
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks, size);
}
