import sharp from "sharp";
import { expect, test } from "vitest";
import { NotAPhoto, reEncode } from "./re-encode";

const gray = { r: 90, g: 120, b: 150 };

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: gray } });
}

/** A photo as a phone takes it: on its side, with where and with what it was taken. */
function phonePhoto() {
  return picture(400, 300)
    .withExif({
      IFD0: { Make: "Testphone", Copyright: "PLANTED" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "52/1 31/1 0/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "13/1 24/1 0/1",
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

test("a photo with a position loses it, and everything else that it did not show", async () => {
  const taken = await phonePhoto();
  const before = await sharp(taken).metadata();
  // The fixture has what must go: otherwise this test would prove nothing.
  expect([before.exif?.includes("PLANTED"), before.orientation]).toEqual([true, 6]);
  const { large, small, width, height } = await reEncode(taken);
  for (const file of [large, small]) {
    const after = await sharp(file).metadata();
    expect(after).toMatchObject({ format: "jpeg" });
    expect([after.exif, after.icc, after.iptc, after.xmp, after.orientation]).toEqual(
      Array(5).fill(undefined),
    );
    expect(file.includes("PLANTED")).toBe(false);
    expect(file.includes("Exif")).toBe(false);
  }
  // Upright: what lay on its side stands.
  expect([width, height]).toEqual([300, 400]);
});

test("what was appended to a photo is gone", async () => {
  const bytes = Buffer.concat([
    await picture(20, 20).jpeg().toBuffer(),
    Buffer.from("<script>PLANTED</script>"),
  ]);
  const { large } = await reEncode(bytes);
  expect(large.includes("PLANTED")).toBe(false);
});

test("a large photo becomes one of 2560 pixels and a preview of 480, a small one stays as large as it is", async () => {
  const { width, height, small } = await reEncode(await picture(4000, 3000).jpeg().toBuffer());
  expect([width, height]).toEqual([2560, 1920]);
  expect(await sharp(small).metadata()).toMatchObject({ width: 480, height: 360 });
  expect(await reEncode(await picture(40, 30).webp().toBuffer())).toMatchObject({ width: 40, height: 30 });
});

test("what is transparent stands on white", async () => {
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  const png = await sharp({ create: { width: 8, height: 8, channels: 4, background: clear } })
    .png()
    .toBuffer();
  const { data } = await sharp((await reEncode(png)).large)
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(data[0]).toBeGreaterThan(250);
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';

test.each([
  ["an SVG", Buffer.from(svg)],
  ["an SVG with a prologue", Buffer.from(`<?xml version="1.0"?>${svg}`)],
  ["a page", Buffer.from("<!doctype html><html><body>hi</body></html>")],
  ["a PDF", Buffer.from("%PDF-1.7\n1 0 obj\n")],
  ["an archive", Buffer.from("PK\u0003\u0004rest of it")],
  ["a GIF", Buffer.from("GIF89a\u0001\u0000\u0001\u0000")],
  [
    "a HEIC of a phone",
    Buffer.from("\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic", "latin1"),
  ],
  ["nothing in particular", Buffer.alloc(64)],
])("%s is refused, whatever it is called", async (_, bytes) => {
  await expect(reEncode(bytes)).rejects.toThrow("This file is no photo that can be read here.");
});

test("the start of a photo is refused as damaged", async () => {
  const whole = await picture(600, 600).jpeg().toBuffer();
  await expect(reEncode(whole.subarray(0, whole.length / 2))).rejects.toThrow("damaged");
  await expect(
    reEncode(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(60)])),
  ).rejects.toThrow(NotAPhoto);
});

/** A PNG whose header announces so many pixels; the few bytes after it unfold to none of them. */
async function announcing(width: number, height: number) {
  const png = await picture(1, 1).png().toBuffer();
  const header = Buffer.from(png);
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  header.writeUInt32BE(crc32(header.subarray(12, 29)), 29);
  return header;
}

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ -1) >>> 0;
}

test("a bomb of 30,000 by 30,000 is refused by its header", async () => {
  await expect(reEncode(await announcing(30_000, 30_000))).rejects.toThrow("50 megapixels");
});
