import "server-only";
import { log } from "@/server/log";

interface TextStreamOptions {
  /** Milliseconds after which a reader who does not take what there is loses the rest. */
  readonly stalledMs: number;
  /** Called once, however it ends. */
  readonly onEnd: () => void;
}

/**
 * Pieces of text as a stream of bytes. The next piece is made when the reader has taken the last, so that what is
 * in memory does not grow with the file. An error, or its time being over, breaks the stream off.
 */
export function textStream(
  pieces: AsyncGenerator<string, void>,
  { stalledMs, onEnd }: TextStreamOptions,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stalled: NodeJS.Timeout;
  const end = () => {
    clearTimeout(stalled);
    onEnd();
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        stalled = setTimeout(() => breakOff(controller, new Error("its reader took too long")), stalledMs);
        stalled.unref();
      },
      async pull(controller) {
        try {
          const next = await pieces.next();
          if (!next.done) return controller.enqueue(encoder.encode(next.value));
          controller.close();
          end();
        } catch (error) {
          breakOff(controller, error);
        }
      },
      async cancel() {
        end();
        await pieces.return();
      },
    },
    { highWaterMark: 0 },
  );

  function breakOff(controller: ReadableStreamDefaultController<Uint8Array>, error: unknown): void {
    log().warn({ err: error }, "an export broke off");
    controller.error(error);
    end();
  }
}
