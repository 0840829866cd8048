import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhotoUnreadable } from '#domain/errors';
import { orientationOf } from '#files/orientation';
import { cleanPhoto, LARGEST_UPLOAD } from '#files/photo';
import { sniff } from '#files/sniff';
import { stripLocation } from '#files/strip-location';
import type { PhotoType } from '#ports';
import { heic, holds, join, jpeg, pdf, png, SECRET, tiff, webp } from '#test/support/pictures';

const samples: [PhotoType, Uint8Array][] = [
  ['image/jpeg', jpeg()],
  ['image/png', png()],
  ['image/webp', webp(8)],
  ['image/heic', heic()],
  ['application/pdf', pdf()],
];

describe('sniff', () => {
  it.each(samples)('knows %s by its content', (type, bytes) => expect(sniff(bytes)).toBe(type));
  it.each([
    ['nothing', new Uint8Array(0)],
    ['a page', new TextEncoder().encode('<html><script>alert(1)</script>')],
    ['SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a document with something before it', join('<html>', pdf())],
    ['AVIF', join([0, 0, 0, 24], 'ftypmif1', [0, 0, 0, 0], 'avifmiaf')],
    ['a film', join([0, 0, 0, 16], 'ftypisom', [0, 0, 0, 0])],
  ])('does not take %s', (_, bytes) => expect(sniff(bytes)).toBeNull());
});

describe('stripLocation', () => {
  it.each(samples)('leaves no location in %s and the same type', (type, bytes) => {
    const out = stripLocation(bytes, type);
    expect(holds(out, SECRET)).toBe(false);
    expect(sniff(out)).toBe(type);
  });
  it.each(samples)('gives the same again when repeated on %s', (type, bytes) => {
    const once = stripLocation(bytes, type);
    expect(stripLocation(once, type)).toEqual(once);
  });

  it('keeps scans, profile and orientation of a JPEG', () => {
    const out = stripLocation(jpeg(6), 'image/jpeg');
    expect(holds(out, 'ICC_PROFILE')).toBe(true);
    expect(Buffer.from(out).includes(Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]))).toBe(true);
    const exif = Buffer.from(out).indexOf('Exif\0\0');
    expect(orientationOf(out.subarray(exif + 6))).toBe(6);
    expect([...out.subarray(-2)]).toEqual([0xff, 0xd9]);
  });
  it('writes no Exif at all for an upright JPEG', () => {
    expect(holds(stripLocation(jpeg(1), 'image/jpeg'), 'Exif')).toBe(false);
  });
  it('mends flags and size of a WebP', () => {
    const plain = stripLocation(webp(1), 'image/webp');
    expect(plain[20]).toBe(0x20);
    expect(new DataView(plain.buffer).getUint32(4, true)).toBe(plain.length - 8);
    const turned = stripLocation(webp(8), 'image/webp');
    expect(turned[20]).toBe(0x28);
    expect(new DataView(turned.buffer).getUint32(4, true)).toBe(turned.length - 8);
  });
  it('moves nothing in a HEIC', () => {
    const out = stripLocation(heic(), 'image/heic');
    expect(out.length).toBe(heic().length);
    expect(Buffer.from(out).indexOf('pixels')).toBe(Buffer.from(heic()).indexOf('pixels'));
  });
  it.each([
    ['points outside the file', heic({ exifAt: 1_000_000 })],
    ['would blank its own header', heic({ exifAt: 0, exifLength: 30 })],
  ])('refuses a HEIC that %s', (_, bytes) => {
    expect(() => stripLocation(bytes, 'image/heic')).toThrow(PhotoUnreadable);
  });

  it('never fails but with PhotoUnreadable, and never grows by more than 40 bytes', () => {
    const sample = fc.constantFrom(...samples.filter(([type]) => type !== 'application/pdf'));
    const damage = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 12 });
    fc.assert(
      fc.property(sample, damage, fc.nat(60), fc.uint8Array({ maxLength: 40 }), ([type, bytes], edits, cut, tail) => {
        const broken = join(bytes.subarray(0, bytes.length - (cut % bytes.length)), tail);
        for (const [at, value] of edits) broken[at % broken.length] = value;
        try {
          expect(stripLocation(broken, type).length).toBeLessThanOrEqual(broken.length + 40);
        } catch (error) {
          if (!(error instanceof PhotoUnreadable)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
  });
  it('reads any Exif block without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.boolean(), (rest, little) => {
        const found = orientationOf(join(little ? 'II*\0' : 'MM\0*', rest));
        expect(found === null || (found >= 1 && found <= 8)).toBe(true);
      }),
    );
    expect(orientationOf(tiff(3, true))).toBe(3);
  });
  it('takes a large file in a moment', () => {
    const head = jpeg().subarray(0, Buffer.from(jpeg()).indexOf(Buffer.from([0x12, 0xff, 0x00])));
    const scan = new Uint8Array(9 * 1024 * 1024).map((_, i) => (i % 2 === 0 ? 0xff : 0));
    const bytes = new Uint8Array(Buffer.concat([head, scan, Uint8Array.of(0xff, 0xd9)]));
    const before = performance.now();
    stripLocation(bytes, 'image/jpeg');
    expect(performance.now() - before).toBeLessThan(3000);
  });
});

describe('cleanPhoto', () => {
  it('takes nothing empty, oversized or unknown', () => {
    expect(cleanPhoto(new Uint8Array(0))).toBeNull();
    expect(cleanPhoto(new Uint8Array(LARGEST_UPLOAD + 1).fill(0xff))).toBeNull();
    expect(cleanPhoto(new TextEncoder().encode('GIF89a'))).toBeNull();
    expect(cleanPhoto(Uint8Array.of(0xff, 0xd8, 0xff))).toBeNull();
  });
});
