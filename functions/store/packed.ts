import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const zip = promisify(gzip);
const unzip = promisify(gunzip);
/** A row holds 400 KB in all. An organisation of 400 KB as JSON takes about a tenth of that. */
const maxBody = 380_000;

/** A document's body as a row holds it: gzipped JSON. @throws RangeError when it is too large for a row */
export async function pack(body: unknown, document: string): Promise<Uint8Array> {
  const bytes = await zip(JSON.stringify(body));
  if (bytes.length > maxBody)
    throw new RangeError(`Document ${document} is ${bytes.length} bytes packed; a row holds ${maxBody}.`);
  return bytes;
}

export const unpack = async (bytes: unknown): Promise<unknown> =>
  JSON.parse((await unzip(bytes as Uint8Array)).toString());
