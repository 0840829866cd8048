import { PhotoUnreadable } from '#domain/errors';
import { ascii, concat, u32 } from './bytes.ts';

/** Optional chunks that change how the picture looks; everything else that is optional (eXIf, texts, times, private) goes. */
const KEPT = new Set('tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs sPLT acTL fcTL fdAT cICP mDCv cLLi'.split(' '));

/** A PNG without its Exif, text and private chunks and without what follows its end. @throws PhotoUnreadable */
export function stripPng(bytes: Uint8Array): Uint8Array {
  const kept = [bytes.subarray(0, 8)];
  let at = 8;
  while (at < bytes.length) {
    const end = at + 12 + u32(bytes, at);
    const type = ascii(bytes, at + 4, 4);
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type)) throw new PhotoUnreadable('broken chunk');
    const critical = /^[A-Z]/.test(type);
    if (critical || KEPT.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return concat(kept);
    at = end;
  }
  throw new PhotoUnreadable('no end of image');
}
