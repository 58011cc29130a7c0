/** Longest side in pixels of what leaves the device. */
const LONGEST_PX = 2048;
const QUALITY = 0.85;

/**
 * A photo as JPEG with its longest side at most 2048 pixels, upright and without anything that it did not show, such
 * as where it was taken; null when this browser cannot read the file. A photo of 12 megapixels becomes half a megabyte.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob | null> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (picture === null) return null;
  try {
    const canvas = document.createElement("canvas");
    const scale = Math.min(1, LONGEST_PX / Math.max(picture.width, picture.height));
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext("2d");
    if (pen === null) return null;
    // JPEG knows no transparency, and what is not painted would turn black.
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  } finally {
    picture.close();
  }
}
