import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { isForeignOrigin, isOurHost } from './gateway/host.ts';

/**
 * The inbox lets any origin read it; its mails hold links that act. So requests of other sites' pages are refused
 * before it sees them. Version 2's addresses (/email...) lead to version 3's (/api/email...), scripts know both.
 */
export const guardInbox = (server: Server, port: number): void => {
  const ours = (request: IncomingMessage) => isOurHost(request.headers.host, port) && !isForeignOrigin(request, port);
  const requests = server.listeners('request');
  const upgrades = server.listeners('upgrade');
  server.removeAllListeners('request').removeAllListeners('upgrade');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!ours(request)) {
      response.writeHead(403, { 'content-type': 'text/plain' }).end('Only for pages of this machine.');
      return;
    }
    const isPage = (request.headers.accept ?? '').includes('text/html');
    if (!isPage && /^\/(email|config|healthz)([/?]|$)/.test(request.url ?? '')) request.url = `/api${request.url}`;
    for (const listener of requests) listener.call(server, request, response);
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!ours(request)) return socket.destroy();
    for (const listener of upgrades) listener.call(server, request, socket, head);
  });
};
