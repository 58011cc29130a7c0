import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { catchLog, lines } from "@/testing/matrix/log-lines";
import { textStream } from "./text-stream";

beforeAll(catchLog);
afterEach(() => {
  vi.useRealTimers();
});

function stream(pieces: () => AsyncGenerator<string, void>) {
  const onEnd = vi.fn<() => void>();
  return { onEnd, reader: textStream(pieces(), { stalledMs: 1_000, onEnd }).getReader() };
}

const decoded = ({ value }: { readonly value?: Uint8Array | undefined }) => new TextDecoder().decode(value);

test("pieces come one by one, made when they are asked for, and the end is told once", async () => {
  const made: string[] = [];
  const { onEnd, reader } = stream(async function* () {
    for (const piece of ["ä", "b"]) {
      made.push(piece);
      yield piece;
    }
  });
  expect(made).toEqual([]);
  expect(decoded(await reader.read())).toBe("ä");
  expect(made).toEqual(["ä"]);
  expect(decoded(await reader.read())).toBe("b");
  expect(onEnd).not.toHaveBeenCalled();
  expect((await reader.read()).done).toBe(true);
  expect(onEnd).toHaveBeenCalledTimes(1);
});

test("an error breaks the stream off and is on record", async () => {
  lines.length = 0;
  const { onEnd, reader } = stream(async function* () {
    yield "a";
    throw new Error("the database went away");
  });
  await reader.read();
  await expect(reader.read()).rejects.toThrow("the database went away");
  expect(onEnd).toHaveBeenCalledTimes(1);
  expect(lines.filter((line) => line.includes("an export broke off"))).toHaveLength(1);
});

test("a reader who goes away ends the making", async () => {
  let isOver = false;
  const { onEnd, reader } = stream(async function* () {
    try {
      for (;;) yield "a";
    } finally {
      isOver = true;
    }
  });
  await reader.read();
  await reader.cancel();
  expect(isOver).toBe(true);
  expect(onEnd).toHaveBeenCalledTimes(1);
});

test("a reader who takes nothing loses the rest and frees the place", async () => {
  vi.useFakeTimers();
  const { onEnd, reader } = stream(async function* () {
    for (;;) yield "a";
  });
  await reader.read();
  vi.advanceTimersByTime(1_001);
  await expect(reader.read()).rejects.toThrow("took too long");
  expect(onEnd).toHaveBeenCalledTimes(1);
});
