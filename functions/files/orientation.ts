import { u8 } from './bytes.ts';

/** The Exif orientation 1 to 8 out of a TIFF block, null when there is none that can be read. Never throws. */
export function orientationOf(tiff: Uint8Array): number | null {
  const little = tiff[0] === 0x49 && tiff[1] === 0x49;
  if (!little && !(tiff[0] === 0x4d && tiff[1] === 0x4d)) return null;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.length < 14 || view.getUint16(2, little) !== 42) return null;
  const ifd = view.getUint32(4, little);
  if (ifd + 2 > tiff.length) return null;
  const entries = view.getUint16(ifd, little);
  for (let i = 0; i < entries; i++) {
    const at = ifd + 2 + i * 12;
    if (at + 12 > tiff.length) return null;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** A TIFF block that holds the orientation and nothing else: 26 bytes. */
export function orientationOnly(orientation: number): Uint8Array {
  const block = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from(block);
}

/** "Exif\0\0" */
export const EXIF_HEADER = Uint8Array.of(0x45, 0x78, 0x69, 0x66, 0, 0);
export const hasExifHeader = (bytes: Uint8Array, at: number): boolean =>
  at + 6 <= bytes.length && EXIF_HEADER.every((byte, i) => u8(bytes, at + i) === byte);
