import { expect, test, vi } from "vitest";
import { uploadFile } from "./upload-file";

const file = new File(["id\n1\n"], "Märkte.csv");
const answering = (status: number, body: unknown) =>
  vi.fn<typeof fetch>(async () => Response.json(body, { status }));

test("sends the bytes as CSV with the name in a header that any name fits in", async () => {
  const send = answering(201, { fileId: "the-file" });
  expect(await uploadFile(file, send)).toEqual({ fileId: "the-file" });
  expect(send).toHaveBeenCalledWith(
    "/api/imports",
    expect.objectContaining({
      method: "POST",
      body: file,
      headers: { "content-type": "text/csv", "x-file-name": "M%C3%A4rkte.csv" },
    }),
  );
});

test("hands on the sentence of a refusal", async () => {
  const send = answering(429, { error: { message: "Wait a moment.", requestId: "r-1" } });
  expect(await uploadFile(file, send)).toEqual({ message: "Wait a moment.", requestId: "r-1" });
});

test("a file over the limit does not travel", async () => {
  const send = answering(201, { fileId: "the-file" });
  const large = Object.defineProperty(new File([""], "a.csv"), "size", { value: 20_000_001 });
  expect(await uploadFile(large, send)).toMatchObject({ message: expect.stringContaining("20 MB") });
  expect(send).not.toHaveBeenCalled();
});

test("a lost connection and an answer that is no JSON are one sentence", async () => {
  const lost = vi.fn<typeof fetch>().mockRejectedValue(new TypeError("fetch failed"));
  const garbled = vi.fn<typeof fetch>().mockResolvedValue(new Response("<html>", { status: 502 }));
  for (const send of [lost, garbled]) {
    expect(await uploadFile(file, send)).toMatchObject({ message: expect.stringContaining("did not reach") });
  }
});
