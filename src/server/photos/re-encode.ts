import "server-only";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";

/** Longest sides in pixels. */
const LARGE_PX = 2560;
const SMALL_PX = 480;
/** A header that announces more is refused before anything is decoded (security.md part 5). */
const PIXELS_MAX = 50_000_000;
const DECODE_SECONDS_MAX = 20;

/** What an upload becomes: two JPEG files without metadata. Sizes in pixels are those of the large one. */
export interface ReEncoded {
  readonly large: Buffer;
  readonly small: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Why bytes are no photo; its message is for people. */
export class NotAPhoto extends Error {
  override readonly name = "NotAPhoto";
}

const READABLE: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp"]);

/**
 * Decodes a photo and writes it anew, upright, as JPEG in two sizes. Whatever else the file held is gone: position,
 * camera, color profile, anything appended (security.md part 5). What it is follows from its bytes alone. Throws
 * `NotAPhoto` for anything but a whole JPEG, PNG or WebP of at most 50 megapixels.
 */
export async function reEncode(bytes: Buffer): Promise<ReEncoded> {
  const type = await fileTypeFromBuffer(bytes);
  if (type === undefined || !READABLE.has(type.mime)) {
    throw new NotAPhoto("This file is no photo that can be read here. Choose a JPEG, PNG or WebP.");
  }
  const { data: large, info } = await decoded(bytes);
  const small = await sharp(large)
    .resize({ width: SMALL_PX, height: SMALL_PX, fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: 75 })
    .toBuffer();
  return { large, small, width: info.width, height: info.height };
}

async function decoded(bytes: Buffer) {
  try {
    return await sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: "error", sequentialRead: true })
      .timeout({ seconds: DECODE_SECONDS_MAX })
      .autoOrient()
      .flatten({ background: "#ffffff" })
      .resize({ width: LARGE_PX, height: LARGE_PX, fit: "inside", withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
  } catch (error) {
    // The decoder tells its reasons in words only.
    if (error instanceof Error && /pixel limit/i.test(error.message)) {
      throw new NotAPhoto("This photo has more than 50 megapixels. Choose a smaller one.");
    }
    throw new NotAPhoto("This photo is damaged and cannot be read. Take it again or choose another.");
  }
}
