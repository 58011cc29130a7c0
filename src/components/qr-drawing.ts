import QRCode from "qrcode";

/** A code as a drawing: modules of 1 by 1, dark ones in one path, without the quiet zone of 4 around it. */
export interface QrDrawing {
  /** Modules on each side. */
  readonly size: number;
  /** An SVG path of rectangles, one per run of dark modules. */
  readonly path: string;
}

/** Draws a text as a QR code that a worn print still gives back (error correction M). No third party is asked. */
export function qrDrawing(text: string): QrDrawing {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  const isDark = (x: number, y: number) => x < size && data[y * size + x] === 1;
  const runs: string[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!isDark(x, y)) continue;
      const from = x;
      while (isDark(x, y)) x += 1;
      runs.push(`M${from} ${y}h${x - from}v1H${from}z`);
    }
  }
  return { size, path: runs.join("") };
}
