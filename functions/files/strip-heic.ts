import { PhotoUnreadable } from '#domain/errors';
import { ascii, u8, u16, u32, u64, uN } from './bytes.ts';

/** A box of the ISO base media format: `[body, end)` of its content, after size, type and user type. */
interface Box {
  type: string;
  at: number;
  body: number;
  end: number;
}
const MOST_BOXES = 10_000;

/**
 * A HEIC whose metadata items (Exif, XMP and other text) hold zeros; nothing moves, so every offset stays right. The
 * orientation is a property of the picture and stays. Refuses files whose item tables it cannot follow.
 * @throws PhotoUnreadable
 */
export function stripHeic(bytes: Uint8Array): Uint8Array {
  const out = bytes.slice();
  const top = boxesIn(out, 0, out.length);
  const meta = top.find(({ type }) => type === 'meta');
  if (meta === undefined) throw new PhotoUnreadable('no item table');
  const inside = boxesIn(out, meta.body + 4, meta.end);
  const iloc = inside.find(({ type }) => type === 'iloc');
  const iinf = inside.find(({ type }) => type === 'iinf');
  if (iloc === undefined || iinf === undefined) throw new PhotoUnreadable('no item table');
  const hidden = metadataItems(out, iinf);
  if (hidden.size > 0) zeroItems(out, iloc, hidden, inside.find(({ type }) => type === 'idat') ?? null);
  for (const box of [...top, ...inside]) if (box.type === 'uuid' || box.type === 'xml ') out.fill(0, box.body, box.end);
  for (const movie of top.filter(({ type }) => type === 'moov')) hideUserData(out, movie, true);
  return out;
}

function boxesIn(bytes: Uint8Array, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to; ) {
    const short = u32(bytes, at);
    const size = short === 1 ? u64(bytes, at + 8) : short === 0 ? to - at : short;
    const type = ascii(bytes, at + 4, 4);
    const body = at + (short === 1 ? 16 : 8) + (type === 'uuid' ? 16 : 0);
    if (at + size > to || body > at + size || boxes.length >= MOST_BOXES) throw new PhotoUnreadable('broken box');
    boxes.push({ type, at, body, end: at + size });
    at += size;
  }
  return boxes;
}

/** Ids of items that are not pictures: 'Exif', 'mime' (XMP) and 'uri '. */
function metadataItems(bytes: Uint8Array, iinf: Box): Set<number> {
  const wide = u8(bytes, iinf.body) > 0;
  const found = new Set<number>();
  for (const { type, body } of boxesIn(bytes, iinf.body + (wide ? 8 : 6), iinf.end)) {
    if (type !== 'infe') continue;
    const version = u8(bytes, body);
    if (version < 2) throw new PhotoUnreadable('old item table');
    const id = version === 2 ? u16(bytes, body + 4) : u32(bytes, body + 4);
    const kind = ascii(bytes, body + (version === 2 ? 8 : 10), 4);
    if (kind === 'Exif' || kind === 'mime' || kind === 'uri ') found.add(id);
  }
  return found;
}

/** Walks the item locations and overwrites those of `hidden`; work is bounded by the file's size. */
function zeroItems(bytes: Uint8Array, iloc: Box, hidden: ReadonlySet<number>, idat: Box | null): void {
  const version = u8(bytes, iloc.body);
  if (version > 2) throw new PhotoUnreadable('unknown item table');
  const sizes = u16(bytes, iloc.body + 4);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  const wide = version === 2;
  const count = wide ? u32(bytes, iloc.body + 6) : u16(bytes, iloc.body + 6);
  let at = iloc.body + (wide ? 10 : 8);
  let budget = bytes.length * 2;
  const missing = new Set(hidden);
  for (let i = 0; i < count && at < iloc.end; i++) {
    const id = wide ? u32(bytes, at) : u16(bytes, at);
    at += wide ? 4 : 2;
    const method = version === 0 ? 0 : u16(bytes, at) & 15;
    at += version === 0 ? 2 : 4;
    const base = uN(bytes, at, baseSize);
    const extents = u16(bytes, at + baseSize);
    at += baseSize + 2;
    const step = indexSize + offsetSize + lengthSize;
    if (!hidden.has(id)) {
      at += extents * step;
      continue;
    }
    if (method > 1 || (method === 1 && idat === null) || (step === 0 && extents > 1))
      throw new PhotoUnreadable('odd location');
    const source = method === 1 && idat !== null ? { from: idat.body, to: idat.end } : { from: 0, to: bytes.length };
    for (let e = 0; e < extents; e++) {
      const from = source.from + base + uN(bytes, at + indexSize, offsetSize);
      const length = uN(bytes, at + indexSize + offsetSize, lengthSize);
      at += step;
      const to = length === 0 ? source.to : from + length;
      if (from > to || to > source.to) throw new PhotoUnreadable('location outside the file');
      budget -= to - from;
      if (budget < 0) throw new PhotoUnreadable('locations overlap');
      // a table that points at itself must not be followed any further
      if (from < iloc.end && to > iloc.body) throw new PhotoUnreadable('location inside the table');
      bytes.fill(0, from, to);
    }
    missing.delete(id);
  }
  if (missing.size > 0) throw new PhotoUnreadable('metadata not found');
}

/** Films inside: user data and metadata boxes of the film and its tracks become free space. */
function hideUserData(bytes: Uint8Array, box: Box, withTracks: boolean): void {
  for (const child of boxesIn(bytes, box.body, box.end)) {
    if (child.type === 'udta' || child.type === 'meta') {
      bytes.set([0x66, 0x72, 0x65, 0x65], child.at + 4);
      bytes.fill(0, child.body, child.end);
    } else if (child.type === 'trak' && withTracks) hideUserData(bytes, child, false);
  }
}
