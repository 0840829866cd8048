import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MaybeRoute } from '../http-server.ts';
import { BodyTooLarge, readBody } from './body.ts';
import { replyError } from './reply.ts';

/** The folder behind the `Files` port, as its own addresses show it. */
export interface FileDoor {
  /** What a posted form carried: checked against its own signature. `returnTo`: where the browser goes on to (303). */
  acceptUpload(
    fields: Record<string, string>,
    file: Uint8Array,
  ): Promise<{ accepted: true; returnTo: string | null } | { accepted: false; why: string }>;
  /** A kept file by its short-lived address; null = expired, altered or not there. */
  readKept(path: string, query: URLSearchParams): Promise<{ type: string; bytes: Uint8Array } | null>;
}

/** S3 counts the file, not the form around it. */
const MOST_FILE = 10 * 1024 * 1024;
const MOST_FORM = MOST_FILE + 64 * 1024;

/** POST /files takes the multipart form of an upload as S3 does; GET /files/... shows a kept file. */
export const createFileRoutes = (door: FileDoor): MaybeRoute => async (request, response) => {
  if (request.method === 'POST') return upload(door, request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const url = new URL(request.url ?? '/', 'http://local');
  const found = await door.readKept(url.pathname, url.searchParams);
  if (!found) return false;
  response.writeHead(200, {
    'content-type': found.type,
    'content-length': found.bytes.length,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : found.bytes);
  return true;
};

const upload = async (door: FileDoor, request: IncomingMessage, response: ServerResponse): Promise<true> => {
  try {
    const form = await parseForm(request);
    const file = form?.get('file');
    if (!form || !(file instanceof Blob)) return refuse(response, 400, 'Send a multipart form with a field "file".');
    if (file.size > MOST_FILE) throw new BodyTooLarge(MOST_FILE);
    const fields = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
    const answer = await door.acceptUpload(fields, new Uint8Array(await file.arrayBuffer()));
    if (!answer.accepted) return refuse(response, 403, answer.why);
    if (answer.returnTo === null) response.writeHead(204).end();
    else response.writeHead(303, { location: answer.returnTo }).end();
    return true;
  } catch (error) {
    if (error instanceof BodyTooLarge) return refuse(response, 413, 'A file may have 10 MB at most.');
    throw error;
  }
};

const refuse = (response: ServerResponse, status: number, message: string): true => {
  replyError(response, status, message);
  return true;
};

/** Null = no multipart form, or a broken one. */
const parseForm = async (request: IncomingMessage): Promise<FormData | null> => {
  const body = await readBody(request, MOST_FORM);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return null;
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => null);
};
