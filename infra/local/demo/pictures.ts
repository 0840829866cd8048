import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 400;
const HEIGHT = 300;
type Paint = (x: number, y: number) => readonly [red: number, green: number, blue: number];
export type PictureName = 'stain' | 'corridor' | 'floor';

/** Distance from a point, in its own width and height. */
const away = (x: number, y: number, [cx, cy, rx, ry]: readonly [number, number, number, number]): number =>
  Math.hypot((x - cx) / rx, (y - cy) / ry);
/** 1 at the edge of a spot and inside, 0 from `soft` beyond it. */
const within = (distance: number, soft: number): number => Math.max(0, Math.min(1, 1 + (1 - distance) / soft));

/** What residents photograph, drawn: a stain on a ceiling, a dark corridor with one lamp lit, something spilt on a tiled floor. */
const paints: Record<PictureName, Paint> = {
  stain(x, y) {
    const wave = 0.08 * Math.sin(Math.atan2(y - 140, x - 210) * 5);
    const distance = away(x, y, [210, 140, 110, 70]) + wave;
    const [wet, rim] = [within(distance, 0.5) * 0.45, Math.exp(-(((distance - 1) / 0.07) ** 2)) * 0.35];
    const light = 232 - 0.14 * x - 0.1 * y;
    return [light * (1 - (wet + rim) * 0.35), light * (1 - (wet + rim) * 0.5), light * 0.97 * (1 - (wet + rim) * 0.75)];
  },
  corridor(x, y) {
    const depth = Math.max(Math.abs(x - 200) / 200, Math.abs(y - 150) / 150);
    const lamp = Math.exp(-(away(x, y, [200, 62, 46, 20]) ** 2));
    const glow = Math.exp(-(away(x, y, [200, 90, 150, 110]) ** 2));
    const wall = 26 + 40 * depth + (y > 150 + Math.abs(x - 200) * 0.75 ? -8 : 0);
    return [wall + 60 * glow + 150 * lamp, wall + 54 * glow + 140 * lamp, wall * 1.05 + 34 * glow + 96 * lamp];
  },
  floor(x, y) {
    const joint = x % 80 < 2 || y % 75 < 2 ? -34 : 0;
    const tile = 176 + ((Math.floor(x / 80) * 7 + Math.floor(y / 75) * 13) % 11) + joint - 0.08 * y;
    const spill = within(away(x, y, [235, 175, 96, 44]) + 0.1 * Math.sin(x / 17) + 0.06 * Math.sin(y / 9), 0.12);
    return [tile * (1 - 0.42 * spill), tile * (1 - 0.46 * spill), tile * 0.96 * (1 - 0.5 * spill)];
  },
};

/** A PNG, the same for the same arguments; `seed` gives each its own grain. */
export function drawPicture(name: PictureName, seed: number): Uint8Array {
  const paint = paints[name];
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT);
  let grain = seed >>> 0 || 1;
  let at = 0;
  for (let y = 0; y < HEIGHT; y += 1) {
    rows[at++] = 0; // no filter
    for (let x = 0; x < WIDTH; x += 1) {
      grain = (Math.imul(grain, 1_664_525) + 1_013_904_223) >>> 0;
      const noise = ((grain >>> 24) - 128) / 32;
      for (const colour of paint(x, y)) rows[at++] = Math.max(0, Math.min(255, Math.round(colour + noise)));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8); // eight bits each of red, green, blue
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
