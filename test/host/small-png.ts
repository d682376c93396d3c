// Makes a browser's picture of an editor about half as large: at most 256 colours, which text on plain ground does not exceed by much.
// Must not be used for photographs. Look next at take-pictures.ts.
import assert from 'node:assert/strict';
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The same picture with a palette. @param png eight bits a channel, RGB, not interlaced, as Chromium writes it; anything else throws. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = readRgb(png);
  const uses = new Map<number, number>();
  for (const colour of pixels) uses.set(colour, (uses.get(colour) ?? 0) + 1);
  const palette = choosePalette(uses);
  const indexOf = new Map(palette.map((colour, index) => [colour, index]));
  for (const colour of uses.keys()) if (!indexOf.has(colour)) indexOf.set(colour, nearest(palette, colour));
  // Each row begins with its filter: none.
  const rows = Buffer.alloc(height * (width + 1));
  for (let at = 0; at < pixels.length; at++) rows[at + Math.floor(at / width) + 1] = indexOf.get(pixels[at] ?? 0) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const parts = [chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 }))];
  return Buffer.concat([signature, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

/** The most used colours, which are the grounds, then one of each shade: the many greys at the edges of letters would else crowd out the squiggles. */
function choosePalette(uses: ReadonlyMap<number, number>): readonly number[] {
  const byUse = [...uses].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const shades = new Map<number, number>();
  for (const colour of byUse) if (!shades.has(colour & 0xf0f0f0)) shades.set(colour & 0xf0f0f0, colour);
  return [...new Set([...byUse.slice(0, 96), ...shades.values()])].slice(0, 256);
}

function nearest(palette: readonly number[], colour: number): number {
  const distance = (other: number): number =>
    [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  palette.forEach((other, index) => {
    const far = distance(other);
    if (far < least) [best, least] = [index, far];
  });
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

function readRgb(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  assert.ok(png.subarray(0, 8).equals(signature), 'no PNG');
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  assert.deepEqual([...png.subarray(24, 29)], [8, 2, 0, 0, 0], 'eight bits, RGB, not interlaced');
  const bytes = unfilter(inflateSync(Buffer.concat(data)), width * 3, height);
  return {
    width,
    height,
    pixels: Uint32Array.from({ length: width * height }, (_, at) => bytes.readUIntBE(at * 3, 3)),
  };
}

/** Takes back the filters of the rows (section 9 of the PNG specification), three bytes a pixel. */
function unfilter(raw: Buffer, stride: number, height: number): Buffer {
  const out = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = row * stride + x;
      const left = x >= 3 ? (out[at - 3] ?? 0) : 0;
      const up = row > 0 ? (out[at - stride] ?? 0) : 0;
      const corner = x >= 3 && row > 0 ? (out[at - stride - 3] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[at] = (raw[row * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
