import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentSecurityPolicy } from '../../content-policy.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.webmanifest']);
const SMALLEST_COMPRESSED = 1024;

const always = {
  // Photos and sign-in come from here too.
  'content-security-policy': contentSecurityPolicy(),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  vary: 'accept-encoding',
};

type Encoding = 'br' | 'gzip' | 'identity';
interface StaticFile {
  path: string;
  type: string;
  etag: string;
  cache: string;
  plain: Buffer;
  packed: Map<Encoding, Promise<Buffer>>;
}
const pack: Record<Exclude<Encoding, 'identity'>, (plain: Buffer) => Promise<Buffer>> = {
  br: (plain) => promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (plain) => promisify(gzip)(plain),
};

/**
 * The built panel. Only files found at the start are served, so no path leads elsewhere; every other address that wants
 * a page gets index.html, the panel's own router knows it. Answers false when there is nothing to serve.
 */
export const createStaticFiles = async (folder: string) => {
  const files = new Map((await readFolder(folder)).map((file) => [file.path, file]));
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const wantsPage = extname(path) === '' && (request.headers.accept ?? '*/*').match(/text\/html|\*\/\*/) !== null;
    const file = files.get(path) ?? (wantsPage ? files.get('/index.html') : undefined);
    if (!file) return false;
    const encoding = chooseEncoding(file, request.headers['accept-encoding']);
    const headers = {
      ...always,
      'content-type': file.type,
      'cache-control': file.cache,
      etag: `"${file.etag}-${encoding}"`,
    };
    if (request.headers['if-none-match'] === headers.etag) {
      response.writeHead(304, headers).end();
      return true;
    }
    const body = await content(file, encoding);
    response.writeHead(200, {
      ...headers,
      'content-length': body.length,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  };
};

const chooseEncoding = (file: StaticFile, accepted = ''): Encoding => {
  if (!COMPRESSED.has(extname(file.path)) || file.plain.length < SMALLEST_COMPRESSED) return 'identity';
  return (['br', 'gzip'] as const).find((name) => accepted.split(/[\s,;]+/).includes(name)) ?? 'identity';
};

const content = (file: StaticFile, encoding: Encoding): Promise<Buffer> => {
  const known = file.packed.get(encoding);
  if (known) return known;
  const made = encoding === 'identity' ? Promise.resolve(file.plain) : pack[encoding](file.plain);
  file.packed.set(encoding, made);
  return made;
};

const readFolder = async (folder: string): Promise<StaticFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    // Vite's manifest lies in a hidden folder and is nobody's business.
    .filter((path) => !path.startsWith('/.'));
  return Promise.all(
    paths.map(async (path) => {
      const file = join(folder, path);
      const plain = await readFile(file);
      return {
        path,
        type: types[extname(path)] ?? 'application/octet-stream',
        etag: createHash('sha256').update(plain).digest('base64url').slice(0, 16),
        // Vite puts a hash of the content into the names of assets.
        cache: path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        plain,
        packed: new Map(),
      };
    }),
  );
};
