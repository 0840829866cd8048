import { PhotoUnreadable } from '#domain/errors';
import { ascii, concat, u8, u32le } from './bytes.ts';
import { hasExifHeader, orientationOf, orientationOnly } from './orientation.ts';

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;

/** A WebP without Exif (but for the orientation), XMP and unknown chunks; flags and sizes agree again. @throws PhotoUnreadable */
export function stripWebp(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  let orientation: number | null = null;
  let extended: Uint8Array | null = null;
  const end = 8 + u32le(bytes, 4);
  if (end > bytes.length + 1) throw new PhotoUnreadable('cut off');
  for (let at = 12; at + 8 <= Math.min(end, bytes.length); ) {
    const type = ascii(bytes, at, 4);
    const size = u32le(bytes, at + 4);
    const data = at + 8;
    if (data + size > bytes.length) throw new PhotoUnreadable('broken chunk');
    if (type === 'EXIF') {
      const tiff = hasExifHeader(bytes, data) ? data + 6 : data;
      orientation ??= orientationOf(bytes.subarray(tiff, data + size));
    }
    if (KEPT.has(type)) {
      const chunk = padded(bytes.slice(at, data + size));
      if (type === 'VP8X' && size >= 10) extended ??= chunk;
      kept.push(chunk);
    }
    at = data + size + (size % 2);
  }
  if (kept.length === 0) throw new PhotoUnreadable('no picture');
  const turned = orientation !== null && orientation > 1 && extended !== null ? orientation : null;
  if (extended !== null) extended[8] = (u8(extended, 8) & ~(EXIF_FLAG | XMP_FLAG)) | (turned === null ? 0 : EXIF_FLAG);
  if (turned !== null) kept.push(chunkOf('EXIF', orientationOnly(turned)));
  const body = concat(kept);
  return concat([chunkOf('RIFF', new Uint8Array(0), body.length + 4), text('WEBP'), body]);
}

const text = (ascii: string): Uint8Array => new TextEncoder().encode(ascii);
const padded = (chunk: Uint8Array): Uint8Array => (chunk.length % 2 === 0 ? chunk : concat([chunk, Uint8Array.of(0)]));

function chunkOf(type: string, data: Uint8Array, size = data.length): Uint8Array {
  const head = new Uint8Array(8);
  head.set(text(type));
  new DataView(head.buffer).setUint32(4, size, true);
  return padded(concat([head, data]));
}
