import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FolderFiles, folderFiles } from '#local/folder-files';
import { holds, jpeg, pdf, SECRET } from '#test/support/pictures';

let folder: string;
let files: FolderFiles;
let now: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steward-files-'));
  now = Date.UTC(2026, 10, 27);
  files = folderFiles({ folder, baseUrl: 'http://127.0.0.1:4000', secret: 's'.repeat(32) }, { now: () => now });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const pathOf = (url: string | null): string => (url ?? '').replace('http://127.0.0.1:4000', '');

describe('folderFiles', () => {
  it('takes an upload with its form and goes back where it came from', async () => {
    const form = await files.uploadForm('demo', 'p1', 'http://127.0.0.1:4000/a/t');
    expect(form.url).toBe('http://127.0.0.1:4000/files');
    expect(await files.acceptUpload(form.fields, jpeg())).toEqual({
      status: 303,
      location: 'http://127.0.0.1:4000/a/t',
    });
    expect(await files.viewUrl('demo', 'p1')).toBeNull();
    expect((await files.keep('demo', 'p1'))?.type).toBe('image/jpeg');
    expect((await files.keep('demo', 'p1'))?.type).toBe('image/jpeg');
    expect(await readdir(join(folder, 'incoming', 'demo'))).toEqual([]);
  });
  it('refuses a changed, a late and an oversized form', async () => {
    const { fields } = await files.uploadForm('demo', 'p1', 'http://127.0.0.1:4000/a/t');
    expect(await files.acceptUpload({ ...fields, returnTo: 'https://evil.example' }, jpeg())).toEqual({ status: 403 });
    expect(await files.acceptUpload({ ...fields, photo: 'p2' }, jpeg())).toEqual({ status: 403 });
    expect(await files.acceptUpload({}, jpeg())).toEqual({ status: 403 });
    expect(await files.acceptUpload(fields, new Uint8Array(10 * 1024 * 1024 + 1))).toEqual({ status: 413 });
    now += 2 * 3600 * 1000;
    expect(await files.acceptUpload(fields, jpeg())).toEqual({ status: 403 });
  });
  it('shows only what is kept, cleaned, through a signed address and for a while', async () => {
    const { fields } = await files.uploadForm('demo', 'p1', null);
    expect(await files.acceptUpload(fields, jpeg())).toEqual({ status: 204 });
    await files.keep('demo', 'p1');
    const path = pathOf(await files.viewUrl('demo', 'p1'));
    const kept = await files.readKept(path);
    expect(kept?.type).toBe('image/jpeg');
    expect(kept?.disposition).toBe('inline; filename="p1.jpg"');
    expect(holds(kept?.bytes ?? new Uint8Array(), SECRET)).toBe(false);
    expect(await files.readKept(path.replace('p1', 'p2'))).toBeNull();
    expect(await files.readKept('/files/demo/p1')).toBeNull();
    now += 6 * 60 * 1000;
    expect(await files.readKept(path)).toBeNull();
  });
  it('saves documents instead of opening them, and keeps no other thing', async () => {
    for (const [photo, bytes] of [
      ['doc', pdf()],
      ['page', new TextEncoder().encode('<html>')],
    ] as const) {
      const { fields } = await files.uploadForm('demo', photo, null);
      await files.acceptUpload(fields, bytes);
    }
    expect((await files.keep('demo', 'doc'))?.type).toBe('application/pdf');
    expect(await files.keep('demo', 'page')).toBeNull();
    expect((await files.readKept(pathOf(await files.viewUrl('demo', 'doc'))))?.disposition).toMatch(/^attachment/);
  });
  it('never leaves its folder', async () => {
    await expect(files.uploadForm('..', 'p', null)).rejects.toThrow('letters');
    expect(await files.keep('demo', '..')).toBeNull();
    expect(await files.viewUrl('../x', 'p')).toBeNull();
  });
});
