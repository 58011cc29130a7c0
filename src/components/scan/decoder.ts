/** Finds the text of a QR code in a frame of the camera; null when there is none. */
export type Decode = (frame: HTMLVideoElement) => Promise<string | null>;

interface NativeDetector {
  detect(frame: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  // Not in every browser yet (W3C Shape Detection).
  var BarcodeDetector: (new (options: { formats: string[] }) => NativeDetector) | undefined;
}

/** The browser's own where there is one, else a decoder of our own server that comes late. */
export async function makeDecoder(): Promise<Decode> {
  if (globalThis.BarcodeDetector !== undefined) {
    const detector = new globalThis.BarcodeDetector({ formats: ["qr_code"] });
    return async (frame) => (await detector.detect(frame))[0]?.rawValue ?? null;
  }
  const { default: jsQR } = await import("jsqr");
  const canvas = document.createElement("canvas");
  return async (frame) => {
    const image = drawn(canvas, frame);
    return image === null ? null : (jsQR(image.data, image.width, image.height)?.data ?? null);
  };
}

/** Wide enough for a code that fills a third of the picture, and quick on an old phone. */
const WIDTH = 480;

function drawn(canvas: HTMLCanvasElement, frame: HTMLVideoElement): ImageData | null {
  if (frame.videoWidth === 0) return null;
  canvas.width = WIDTH;
  canvas.height = Math.round((WIDTH * frame.videoHeight) / frame.videoWidth);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(frame, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
