import type { IncomingMessage, ServerResponse } from 'node:http';
import { LARGEST_UPLOAD } from '#files/photo';
import { languageFrom } from '#http/language';
import type { FolderFiles } from '../folder-files.ts';
import type { MaybeRoute } from '../http-server.ts';
import { BodyTooLarge, readBody } from './body.ts';
import { replyError } from './reply.ts';

/** The folder behind the `Files` port, as its own addresses show it. */
export type FileDoor = Pick<FolderFiles, 'acceptUpload' | 'readKept'>;

/** S3 counts the file, not the form around it. */
const MOST_FORM = LARGEST_UPLOAD + 64 * 1024;
const words = {
  form: { 'zh-CN': '请以表单上传文件。', en: 'Send a multipart form with a field "file".' },
  refused: {
    'zh-CN': '上传表单已失效，请重新打开页面。',
    en: 'This upload form is no longer valid; open the page again.',
  },
  tooLarge: { 'zh-CN': '文件须大于 0 且不超过 10 MB。', en: 'A file must have something in it and 10 MB at most.' },
};

/** POST /files takes the multipart form of an upload as S3 does; GET /files/... shows a kept file. */
export const createFileRoutes =
  (door: FileDoor): MaybeRoute =>
  async (request, response) => {
    if (request.method === 'POST') return upload(door, request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const found = await door.readKept(request.url ?? '/');
    if (!found) return false;
    response.writeHead(200, {
      'content-type': found.type,
      'content-length': found.bytes.length,
      'content-disposition': found.disposition,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    response.end(request.method === 'HEAD' ? undefined : found.bytes);
    return true;
  };

const upload = async (door: FileDoor, request: IncomingMessage, response: ServerResponse): Promise<true> => {
  const language = languageFrom(request.headers['accept-language']);
  const refuse = (status: number, why: keyof typeof words): true => {
    replyError(response, status, words[why][language]);
    return true;
  };
  try {
    const form = await parseForm(request);
    const file = form?.get('file');
    if (!form || !(file instanceof Blob)) return refuse(400, 'form');
    const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
    const answer = await door.acceptUpload(Object.fromEntries(fields), new Uint8Array(await file.arrayBuffer()));
    if (answer.status === 403) return refuse(403, 'refused');
    if (answer.status === 413) return refuse(413, 'tooLarge');
    response.writeHead(answer.status, answer.status === 303 ? { location: answer.location } : {}).end();
    return true;
  } catch (error) {
    if (error instanceof BodyTooLarge) return refuse(413, 'tooLarge');
    throw error;
  }
};

/** Null = no multipart form, or a broken one. */
const parseForm = async (request: IncomingMessage): Promise<FormData | null> => {
  const body = await readBody(request, MOST_FORM);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return null;
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => null);
};
