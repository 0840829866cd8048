import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { CACHE_FOREVER, CACHE_NEVER, configFile, HSTS_SECONDS, type PanelConfig } from './headers.ts';

export interface PanelParts {
  /** Content of a file by its path from the panel's folder ("assets/x.js"), null when there is none. Called with safe paths only. */
  read(path: string): Uint8Array | null;
  config: PanelConfig;
  contentSecurityPolicy: string;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
};
const SAFE = /^(?!.*\.\.)[\w][\w./-]*$/;

/**
 * The panel from a function, for regions without CloudFront: the files it was deployed with, /config.json, and the
 * panel's one page for every address without a file extension. Answers stay far below Lambda's 6 MB.
 */
export const servePanel = ({ read, config, contentSecurityPolicy }: PanelParts) => {
  const headers = {
    'content-security-policy': contentSecurityPolicy,
    'referrer-policy': 'no-referrer',
    'strict-transport-security': `max-age=${HSTS_SECONDS}; includeSubDomains`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
  const answer = (statusCode: number, type: string, cache: string, body: Uint8Array) => ({
    statusCode,
    headers: { ...headers, 'content-type': type, 'cache-control': cache },
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  });
  const missing = answer(404, types.txt ?? '', CACHE_NEVER, Buffer.from('Not found'));

  return async (event: Pick<APIGatewayProxyEventV2, 'rawPath'>): Promise<APIGatewayProxyStructuredResultV2> => {
    const path = event.rawPath.replace(/^\/+/, '');
    if (path === 'config.json')
      return answer(200, types.json ?? '', CACHE_NEVER, Buffer.from(JSON.stringify(configFile(config))));
    const extension = /\.([a-z0-9]+)$/.exec(path)?.[1];
    if (extension === undefined) {
      const page = read('index.html');
      return page ? answer(200, types.html ?? '', CACHE_NEVER, page) : missing;
    }
    const type = types[extension];
    const file = type !== undefined && SAFE.test(path) ? read(path) : null;
    if (!file || type === undefined) return missing;
    return answer(200, type, path.startsWith('assets/') ? CACHE_FOREVER : CACHE_NEVER, file);
  };
};
