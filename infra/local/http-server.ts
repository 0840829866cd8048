import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from '#ports';
import { isForeignOrigin, isOurHost } from './gateway/host.ts';
import type { Route } from './gateway/lambda.ts';
import { replyError, replyJson } from './gateway/reply.ts';
import { CLIENT_ID, type Issuer, MOUNT, SCOPE } from './sign-in/issuer.ts';

/** True = answered. */
export type MaybeRoute = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface HttpParts {
  port: number;
  /** http://127.0.0.1:PORT, the one address people are led to. */
  origin: string;
  api: Route;
  page: Route;
  /** Pages without an account: /report, /r, /e and /calendar. */
  resident: Route;
  issuer: Issuer;
  local: MaybeRoute;
  files: MaybeRoute;
  panel: MaybeRoute;
  logger: Logger;
}
export interface RunningServer {
  /** Stops taking requests and resolves when those under way are answered, or cut off after a moment. */
  close(): Promise<void>;
}

/** Somebody else listens there. */
export class PortTaken extends Error {
  constructor(readonly port: number) {
    super(`Port ${port} is taken: stop what uses it, or choose another with PORT=... npm start.`);
    this.name = 'PortTaken';
  }
}

/** One port for the panel, the API, the action pages and sign-in; this machine only. @throws PortTaken */
export const startHttpServer = async (parts: HttpParts): Promise<RunningServer> => {
  const server = createServer((request, response) => {
    route(parts, request, response).catch((error: unknown) => {
      parts.logger.error('A request failed', { path: request.url ?? '', error: String(error) });
      if (response.headersSent) response.destroy();
      else replyError(response, 500, 'Something went wrong.');
    });
  });
  await listen(server, parts.port);
  return { close: () => close(server) };
};

const OPEN_PAGES = ['/report', '/r', '/e', '/calendar'];

const route = async (parts: HttpParts, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { port, origin } = parts;
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (!isOurHost(request.headers.host, port)) return replyError(response, 421, `This is ${origin}, and no other name.`);
  if (within(path, '/api')) return parts.api(request, response);
  if (within(path, '/a')) return parts.page(request, response);
  if (OPEN_PAGES.some((place) => within(path, place))) return parts.resident(request, response);
  if (within(path, '/local')) {
    if (isForeignOrigin(request, port)) return replyError(response, 403, 'Not from another site.');
    return (await parts.local(request, response)) ? undefined : notFound(response);
  }
  if (within(path, '/files')) return (await parts.files(request, response)) ? undefined : notFound(response);
  // Tokens, cookies and the issuer belong to one origin, whichever name was typed.
  if (request.headers.host !== `127.0.0.1:${port}` && (request.method === 'GET' || request.method === 'HEAD')) {
    response.writeHead(307, { location: `${origin}${request.url ?? '/'}`, 'cache-control': 'no-store' }).end();
    return;
  }
  if (within(path, MOUNT)) return parts.issuer(request, response);
  if (path === '/config.json') {
    return replyJson(response, 200, { issuer: `${origin}${MOUNT}`, clientId: CLIENT_ID, scope: SCOPE, local: true });
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return replyError(response, 405, 'Only GET here.');
  if (!(await parts.panel(request, response))) notFound(response);
};

const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
const notFound = (response: ServerResponse): void => replyError(response, 404, 'There is nothing at this address.');

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
    );
    server.listen(port, '127.0.0.1', resolve);
  });

const GRACE = 2_000;
const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
