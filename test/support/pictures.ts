/** Small files made by hand, each with location metadata that must not survive. */
export const SECRET = 'GPS-30.5928N-114.3055E';

const text = (s: string): Uint8Array => new TextEncoder().encode(s);
export const join = (...parts: readonly (Uint8Array | string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? text(part) : part)]));
const be32 = (n: number): number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const be16 = (n: number): number[] => [(n >>> 8) & 255, n & 255];
const le32 = (n: number): number[] => be32(n).reverse();

/** A TIFF block with an orientation and, after it, the secret. */
export const tiff = (orientation: number, little = false): Uint8Array =>
  little
    ? join('II', [42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0], SECRET)
    : join('MM', [0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0], SECRET);

const segment = (marker: number, body: Uint8Array): Uint8Array => join([0xff, marker], be16(body.length + 2), body);
/** Start of scan, entropy data with a stuffed zero and a restart, a second scan, the end - and a second picture behind it. */
export function jpeg(orientation = 6): Uint8Array {
  return join(
    [0xff, 0xd8],
    segment(0xe0, join('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])),
    segment(0xe1, join('Exif\0\0', tiff(orientation))),
    segment(0xe1, join('http://ns.adobe.com/xap/1.0/\0', SECRET)),
    segment(0xe2, join('ICC_PROFILE\0', [1, 1], 'profile')),
    segment(0xe2, join('MPF\0', SECRET)),
    segment(0xed, join('Photoshop 3.0\0', SECRET)),
    segment(0xfe, text(SECRET)),
    segment(0xdb, join([0], new Uint8Array(64).fill(1))),
    segment(0xc0, join([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    segment(0xda, join([1, 1, 0, 0, 63, 0])),
    [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
    segment(0xda, join([1, 1, 0, 0, 63, 0])),
    [0x78],
    [0xff, 0xd9],
    [0xff, 0xd8],
    segment(0xe1, join('Exif\0\0', SECRET)),
    [0xff, 0xd9],
  );
}

const chunk = (type: string, body: Uint8Array): Uint8Array => join(be32(body.length), type, body, [0, 0, 0, 0]);
export const png = (): Uint8Array =>
  join(
    [0x89],
    'PNG\r\n',
    [0x1a, 0x0a],
    chunk('IHDR', new Uint8Array(13).fill(1)),
    chunk('gAMA', new Uint8Array(4)),
    chunk('tEXt', text(`Comment\0${SECRET}`)),
    chunk('iTXt', text(`XML:com.adobe.xmp\0${SECRET}`)),
    chunk('zTXt', text(SECRET)),
    chunk('eXIf', tiff(6)),
    chunk('tIME', new Uint8Array(7)),
    chunk('IDAT', text('pixels')),
    chunk('IEND', new Uint8Array(0)),
    SECRET,
  );

const riff = (type: string, body: Uint8Array): Uint8Array =>
  join(type, le32(body.length), body, body.length % 2 === 0 ? [] : [0]);
export function webp(orientation = 1): Uint8Array {
  const chunks = join(
    riff('VP8X', join([0x2c], new Uint8Array(9))),
    riff('ICCP', text('abc')),
    riff('VP8 ', text('pixel')),
    riff('EXIF', tiff(orientation, true)),
    riff('XMP ', text(SECRET)),
    riff('JUNK', text(SECRET)),
  );
  return join('RIFF', le32(chunks.length + 4), 'WEBP', chunks);
}

const box = (type: string, ...body: readonly (Uint8Array | string | readonly number[])[]): Uint8Array => {
  const content = join(...body);
  return join(be32(content.length + 8), type, content);
};
const itemEntry = (id: number, type: string): Uint8Array => box('infe', [2, 0, 0, 0], be16(id), [0, 0], type, [0]);

/** Item 1: the picture; 2: Exif in the file; 3: XMP in `idat`. */
export function heic(change: { exifAt?: number; exifLength?: number } = {}): Uint8Array {
  const exif = join([0, 0, 0, 0], tiff(1));
  const pixels = text('pixels');
  const build = (pixelsAt: number): Uint8Array => {
    const exifAt = change.exifAt ?? pixelsAt + pixels.length;
    const iloc = box(
      'iloc',
      [1, 0, 0, 0, 0x44, 0x00],
      be16(3),
      [...be16(1), ...be16(0), ...be16(0), ...be16(1), ...be32(pixelsAt), ...be32(pixels.length)],
      [...be16(2), ...be16(0), ...be16(0), ...be16(1), ...be32(exifAt), ...be32(change.exifLength ?? exif.length)],
      [...be16(3), ...be16(1), ...be16(0), ...be16(1), ...be32(0), ...be32(SECRET.length)],
    );
    const iinf = box('iinf', [0, 0, 0, 0], be16(3), itemEntry(1, 'hvc1'), itemEntry(2, 'Exif'), itemEntry(3, 'mime'));
    return join(
      box('ftyp', 'heic', be32(0), 'mif1heic'),
      box('meta', [0, 0, 0, 0], iinf, iloc, box('idat', SECRET)),
      box('moov', box('udta', SECRET), box('trak', box('udta', SECRET))),
      box('uuid', new Uint8Array(16).fill(7), SECRET),
      box('mdat', pixels, exif),
    );
  };
  const head = build(0).length - pixels.length - exif.length;
  return build(head);
}

export const pdf = (): Uint8Array => text('%PDF-1.7\n%%EOF\n');

export const holds = (bytes: Uint8Array, words: string): boolean => Buffer.from(bytes).includes(words);
