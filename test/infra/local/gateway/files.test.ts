import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileDoor } from '#local/gateway/files';
import { echoSystem, startFront, temporaryFolder } from '#test/support/local-front';

const folder = temporaryFolder();
let front: Awaited<ReturnType<typeof startFront>>;
type UploadAnswer = Awaited<ReturnType<FileDoor['acceptUpload']>>;
const taken: { fields: Record<string, string>; size: number }[] = [];
const answers: Record<string, UploadAnswer> = {
  stay: { status: 204 },
  back: { status: 303, location: '/a/token?uploaded=p1' },
  forged: { status: 403 },
};

beforeAll(async () => {
  const files = {
    acceptUpload: async (fields: Readonly<Record<string, string>>, file: Uint8Array): Promise<UploadAnswer> => {
      taken.push({ fields: { ...fields }, size: file.length });
      return answers[fields.photo ?? ''] ?? { status: 413 };
    },
    readKept: async (path: string) =>
      path === '/files/demo/p1?signature=x'
        ? { bytes: new Uint8Array([1, 2, 3]), type: 'image/png' as const, disposition: 'inline; filename="p1.png"' }
        : null,
  };
  front = await startFront(echoSystem({ files }), { dataDir: folder.path });
});
afterAll(async () => {
  await front.close();
  folder.remove();
});
const upload = (photo: string, bytes = 5) => {
  const body = new FormData();
  body.append('photo', photo);
  body.append('file', new Blob([new Uint8Array(bytes)]), '照片.jpg');
  return fetch(`${front.origin}/files`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { 'accept-language': 'en' },
  });
};

describe('POST /files', () => {
  it('takes the fields and the file of a form', async () => {
    expect((await upload('stay')).status).toBe(204);
    expect(taken.at(-1)).toEqual({ fields: { photo: 'stay' }, size: 5 });
  });
  it('leads a page without script back', async () => {
    const answer = await upload('back');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/a/token?uploaded=p1']);
  });
  it('refuses what is not signed, too large or no form', async () => {
    expect((await upload('forged')).status).toBe(403);
    const before = taken.length;
    expect((await upload('stay', 11 * 1024 * 1024)).status).toBe(413);
    expect((await fetch(`${front.origin}/files`, { method: 'POST', body: 'x' })).status).toBe(400);
    expect(taken.length).toBe(before);
  });
});

describe('GET /files/...', () => {
  it('shows a kept file that can run nothing', async () => {
    const answer = await fetch(`${front.origin}/files/demo/p1?signature=x`);
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([1, 2, 3]);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('content-disposition')).toContain('p1.png');
  });
  it('shows nothing else', async () => {
    expect((await fetch(`${front.origin}/files/demo/p1?signature=y`)).status).toBe(404);
  });
});
