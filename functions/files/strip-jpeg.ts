import { PhotoUnreadable } from '#domain/errors';
import { ascii, concat, u8, u16 } from './bytes.ts';
import { EXIF_HEADER, hasExifHeader, orientationOf, orientationOnly } from './orientation.ts';

const SOS = 0xda;
const EOI = 0xd9;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;

/**
 * A JPEG without Exif, XMP, IPTC, comments and what follows its end (second pictures and films that phones append carry
 * their own location). JFIF, ICC profile and Adobe marker stay, and so does the orientation.
 * @throws PhotoUnreadable
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  let orientation: number | null = null;
  let at = 2;
  while (at < bytes.length) {
    const marker = nextMarker(bytes, at);
    if (marker.code === EOI) return assemble(kept, orientation);
    const end = marker.at + 2 + (isAlone(marker.code) ? 0 : u16(bytes, marker.at + 2));
    if (end > bytes.length || (!isAlone(marker.code) && end < marker.at + 4))
      throw new PhotoUnreadable('broken segment');
    if (marker.code === APP1 && hasExifHeader(bytes, marker.at + 4))
      orientation ??= orientationOf(bytes.subarray(marker.at + 10, end));
    if (isKept(bytes, marker.at, marker.code)) kept.push(bytes.subarray(marker.at, end));
    at = end;
    if (marker.code === SOS) {
      at = endOfScan(bytes, end);
      kept.push(bytes.subarray(end, at));
    }
  }
  throw new PhotoUnreadable('no end of image');
}

/** Fill bytes (0xFF) may stand before a marker. */
function nextMarker(bytes: Uint8Array, at: number): { at: number; code: number } {
  if (u8(bytes, at) !== 0xff) throw new PhotoUnreadable('no marker');
  let last = at;
  while (u8(bytes, last + 1) === 0xff) last += 1;
  return { at: last, code: u8(bytes, last + 1) };
}

/** Markers without a length: TEM and the restarts. */
const isAlone = (code: number): boolean => code === 0x01 || (code >= 0xd0 && code <= 0xd8);

function isKept(bytes: Uint8Array, at: number, code: number): boolean {
  if (code === 0xfe || code === 0xd8) return false;
  if (code < APP0 || code > 0xef) return true;
  if (code === APP0) return ascii(bytes, at + 4, 5) === 'JFIF\0';
  if (code === APP2) return ascii(bytes, at + 4, 12) === 'ICC_PROFILE\0';
  return code === APP14 && ascii(bytes, at + 4, 5) === 'Adobe';
}

/** Compressed data ends at the first marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) throw new PhotoUnreadable('no end of image');
    const code = bytes[at + 1];
    if (code === undefined) throw new PhotoUnreadable('no end of image');
    if (code !== 0 && !(code >= 0xd0 && code <= 0xd7) && code !== 0xff) return at;
    at += code === 0xff ? 1 : 2;
  }
}

function assemble(kept: readonly Uint8Array[], orientation: number | null): Uint8Array {
  const start = Uint8Array.of(0xff, 0xd8);
  const end = Uint8Array.of(0xff, EOI);
  if (orientation === null || orientation === 1) return concat([start, ...kept, end]);
  const tiff = orientationOnly(orientation);
  const exif = concat([Uint8Array.of(0xff, APP1, 0, 2 + EXIF_HEADER.length + tiff.length), EXIF_HEADER, tiff]);
  // JFIF has to be the first segment where there is one
  const jfif = kept[0]?.[1] === APP0 ? kept.slice(0, 1) : [];
  return concat([start, ...jfif, exif, ...kept.slice(jfif.length), end]);
}
