import QRCode from "qrcode";
import { expect, test } from "vitest";
import { qrDrawing } from "./qr-drawing";

const address = "https://muster.example/events/01993e80-0000-7000-8000-000000000001";

/** The modules that a path fills, row by row. */
function filled({ size, path }: { size: number; path: string }): string[] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => "."));
  for (const [, from = "", y = "", width = ""] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let x = Number(from); x < Number(from) + Number(width); x += 1) {
      const row = rows[Number(y)];
      if (row?.[x] === undefined) throw new Error("a run leaves the code");
      row[x] = "#";
    }
  }
  return rows.map((row) => row.join(""));
}

test("the drawing fills the dark modules of the code and no others", () => {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: "M" }).modules;
  const rows = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (__, x) => (data[y * size + x] === 1 ? "#" : ".")).join(""),
  );
  expect(filled(qrDrawing(address))).toEqual(rows);
});

test("a scanner finds its three corners", () => {
  const rows = filled(qrDrawing(address));
  const last = rows.length;
  const corner = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"];
  const at = (x: number, y: number) => rows.slice(y, y + 7).map((row) => row.slice(x, x + 7));
  expect([at(0, 0), at(last - 7, 0), at(0, last - 7)]).toEqual([corner, corner, corner]);
});
