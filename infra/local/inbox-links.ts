import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { APIServer } from '@maildev/api';

const CLOSED = 'sandbox:"allow-same-origin"';
const OPEN = 'sandbox:"allow-same-origin allow-popups allow-popups-to-escape-sandbox"';

/**
 * Maildev shows a mail in a frame that may neither leave nor open anything, so a link in it would load inside the
 * frame, where the action page (rightly) refuses to be shown. Here links open in a tab, as in any mail program.
 */
export const openLinksInTabs = (server: APIServer['server']): void => {
  server.addHook('onSend', async ({ url }, reply, payload: unknown) => {
    if (/^\/api\/email\/[^/]+\/html/.test(url) && typeof payload === 'string' && reply.statusCode === 200)
      return `<base target="_blank">${payload}`;
    if (!/^\/assets\/[^?]*\.js/.test(url) || !(payload instanceof Readable)) return payload;
    const script = await text(payload);
    reply.removeHeader('content-length').removeHeader('etag').removeHeader('last-modified');
    return script.replaceAll(CLOSED, OPEN);
  });
};
