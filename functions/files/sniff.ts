import type { PhotoType } from '#ports';
import { ascii } from './bytes.ts';

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);
/** How much of a file `sniff` looks at. */
const BRANDS_WITHIN = 256;

/** What a file is by its first bytes, whatever it is called; null = none of the types taken. Never throws. */
export function sniff(bytes: Uint8Array): PhotoType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'image/webp';
  if (ascii(bytes, 0, 5) === '%PDF-') return 'application/pdf';
  if (ascii(bytes, 4, 4) === 'ftyp' && isHeic(bytes)) return 'image/heic';
  return null;
}

/** The major brand decides; `mif1` is also AVIF's, so there a HEVC brand must be among the compatible ones. */
function isHeic(bytes: Uint8Array): boolean {
  const major = ascii(bytes, 8, 4);
  if (!HEIC_BRANDS.has(major)) return false;
  if (major !== 'mif1' && major !== 'msf1') return true;
  const size = ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0);
  for (let at = 16; at + 4 <= Math.min(size, BRANDS_WITHIN, bytes.length); at += 4) {
    if (/^he[iv][cxms]$/.test(ascii(bytes, at, 4))) return true;
  }
  return false;
}

export const extensionOf: Record<PhotoType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
};
