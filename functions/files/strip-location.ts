import { PhotoUnreadable } from '#domain/errors';
import type { PhotoType } from '#ports';
import { sniff } from './sniff.ts';
import { stripHeic } from './strip-heic.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';
import { stripWebp } from './strip-webp.ts';

/**
 * The same picture without what tells where and by whom it was taken; at most 40 bytes longer than it came. Documents are
 * kept as they are. Linear in the file's size whatever it holds; a file it cannot follow is refused, not passed on.
 * @throws PhotoUnreadable
 */
export function stripLocation(bytes: Uint8Array, type: PhotoType): Uint8Array {
  const out = strip(bytes, type);
  if (sniff(out) !== type) throw new PhotoUnreadable('not a picture any more');
  return out;
}

function strip(bytes: Uint8Array, type: PhotoType): Uint8Array {
  switch (type) {
    case 'image/jpeg':
      return stripJpeg(bytes);
    case 'image/png':
      return stripPng(bytes);
    case 'image/webp':
      return stripWebp(bytes);
    case 'image/heic':
      return stripHeic(bytes);
    case 'application/pdf':
      return bytes;
  }
}
