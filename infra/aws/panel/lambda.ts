import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { servePanel } from './serve.ts';

/** Composition root of the panel's own function. The built panel lies in `files/` beside the bundle. */
const folder = join(import.meta.dirname, 'files');

export const panel = servePanel({
  read: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : null),
  config: { issuer: process.env.ISSUER ?? '', clientId: process.env.AUDIENCE ?? '' },
  contentSecurityPolicy: process.env.CONTENT_SECURITY_POLICY ?? "default-src 'none'",
});
