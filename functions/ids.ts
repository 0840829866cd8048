import { createHash, randomBytes } from 'node:crypto';
import type { Clock, Ids } from '#ports';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 26;

const encode = (bytes: Uint8Array, length: number): string =>
  Array.from({ length }, (_, index) => alphabet[(bytes[index] ?? 0) % alphabet.length]).join('');

/** Ten characters of time, so that ids ascend, and sixteen at random. */
export const createIds = (clock: Clock): Ids => ({
  next() {
    let at = clock.now();
    let time = '';
    for (let index = 0; index < 10; index += 1) {
      time = `${alphabet[at % 32]}${time}`;
      at = Math.floor(at / 32);
    }
    return time + encode(randomBytes(LENGTH - 10), LENGTH - 10);
  },
  from: (key) => encode(createHash('sha256').update(key).digest(), LENGTH),
});
