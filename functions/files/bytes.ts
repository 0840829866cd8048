import { PhotoUnreadable } from '#domain/errors';

/** Reading hostile files: every read is bounds-checked and fails with PhotoUnreadable, never with a RangeError. */

export function u8(bytes: Uint8Array, at: number): number {
  const value = bytes[at];
  if (value === undefined) throw new PhotoUnreadable('cut off');
  return value;
}
export const u16 = (bytes: Uint8Array, at: number): number => u8(bytes, at) * 256 + u8(bytes, at + 1);
export const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 65536 + u16(bytes, at + 2);
/** Past 2^53 the number is wrong and larger than any file, which is all that matters. */
export const u64 = (bytes: Uint8Array, at: number): number => u32(bytes, at) * 2 ** 32 + u32(bytes, at + 4);
/** An unsigned number of 0, 2, 4 or 8 bytes, as HEIF's item locations store them. */
export function uN(bytes: Uint8Array, at: number, size: number): number {
  switch (size) {
    case 0:
      return 0;
    case 2:
      return u16(bytes, at);
    case 4:
      return u32(bytes, at);
    case 8:
      return u64(bytes, at);
    default:
      throw new PhotoUnreadable('odd number size');
  }
}
export const u32le = (bytes: Uint8Array, at: number): number =>
  u8(bytes, at) + u8(bytes, at + 1) * 256 + u8(bytes, at + 2) * 65536 + u8(bytes, at + 3) * 2 ** 24;

/** Latin-1 text of `length` bytes; shorter at the end of the file. */
export const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + Math.min(length, 64)));

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
