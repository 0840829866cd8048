import type { IncomingMessage } from 'node:http';

/**
 * Is the request really for this machine's system? A web page somewhere may point a name of its own at 127.0.0.1
 * (DNS rebinding) and would otherwise read everything; its name then stands in the Host header.
 */
export const isOurHost = (host: string | undefined, port: number): boolean =>
  host === `127.0.0.1:${port}` ||
  host === `localhost:${port}` ||
  (port === 80 && (host === '127.0.0.1' || host === 'localhost'));

/** Sent by a page of another origin? Browsers name it in Origin; scripts and our own pages' GETs send none. */
export const isForeignOrigin = ({ headers: { origin } }: IncomingMessage, port: number): boolean => {
  if (origin === undefined) return false;
  return !URL.canParse(origin) || !isOurHost(new URL(origin).host, port);
};
