import { createHmac, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cleanPhoto, dispositionOf, FORM_SECONDS, isSafeName, LARGEST_UPLOAD, VIEW_SECONDS } from '#files/photo';
import { sniff } from '#files/sniff';
import type { Clock, Files, PhotoType } from '#ports';

export interface FolderSettings {
  /** Gets `incoming/` and `kept/`. */
  folder: string;
  /** Where the local server answers: "http://127.0.0.1:4000". */
  baseUrl: string;
  secret: string;
}
/** What the local server answers to POST /files. 303: go to `location`. */
type UploadAnswer = { status: 303; location: string } | { status: 204 | 403 | 413 };
interface KeptPhoto {
  bytes: Uint8Array;
  type: PhotoType;
  /** Content-Disposition. */
  disposition: string;
}
export interface FolderFiles extends Files {
  /** The fields of the multipart form posted to /files, and its file. */
  acceptUpload(fields: Readonly<Record<string, string>>, file: Uint8Array): Promise<UploadAnswer>;
  /** `path` with its query as in `viewUrl` ("/files/demo/p1?expires=...&signature=..."); null = not signed, too old or not there. */
  readKept(path: string): Promise<KeptPhoto | null>;
}

/** The `Files` port on a folder, with the flow of a presigned post: a signed policy in the form, a signed address to look. `clock` is the system clock. */
export function folderFiles(settings: FolderSettings, clock: Clock): FolderFiles {
  const sign = (purpose: string, ...parts: readonly string[]): string =>
    createHmac('sha256', settings.secret)
      .update(JSON.stringify([purpose, ...parts]))
      .digest('base64url');
  const signedBy = (signature: string, purpose: string, ...parts: readonly string[]): boolean => {
    const wanted = Buffer.from(sign(purpose, ...parts));
    const given = Buffer.from(signature);
    return wanted.length === given.length && timingSafeEqual(wanted, given);
  };
  const pathOf = (area: 'incoming' | 'kept', company: string, photo: string): string | null =>
    isSafeName(company) && isSafeName(photo) ? join(settings.folder, area, company, photo) : null;
  const kept = async (company: string, photo: string): Promise<{ type: PhotoType; bytes: Uint8Array } | null> => {
    const bytes = await readOrNull(pathOf('kept', company, photo));
    const type = bytes === null ? null : sniff(bytes);
    return bytes === null || type === null ? null : { type, bytes };
  };
  const seconds = (): number => Math.floor(clock.now() / 1000);

  return {
    async uploadForm(company, photo, returnTo) {
      if (pathOf('incoming', company, photo) === null)
        throw new Error('A photo id has letters, digits, "-" and "_" only.');
      const policy = { company, photo, expires: String(seconds() + FORM_SECONDS), returnTo: returnTo ?? '' };
      const signature = sign('post', policy.company, policy.photo, policy.expires, policy.returnTo);
      return { url: `${settings.baseUrl}/files`, fields: { ...policy, signature }, photo };
    },

    async acceptUpload(fields, file) {
      const { company = '', photo = '', expires = '', returnTo = '', signature = '' } = fields;
      if (!signedBy(signature, 'post', company, photo, expires, returnTo)) return { status: 403 };
      const path = pathOf('incoming', company, photo);
      if (path === null || Number(expires) < seconds()) return { status: 403 };
      if (file.length === 0 || file.length > LARGEST_UPLOAD) return { status: 413 };
      await writeWhole(path, file);
      return returnTo === '' ? { status: 204 } : { status: 303, location: returnTo };
    },

    async keep(company, photo) {
      const already = await kept(company, photo);
      if (already !== null) return { type: already.type, bytes: already.bytes.length };
      const incoming = pathOf('incoming', company, photo);
      const target = pathOf('kept', company, photo);
      const uploaded = await readOrNull(incoming);
      if (incoming === null || target === null || uploaded === null) return null;
      const clean = cleanPhoto(uploaded);
      if (clean !== null) await writeWhole(target, clean.bytes);
      await rm(incoming, { force: true });
      return clean === null ? null : { type: clean.type, bytes: clean.bytes.length };
    },

    async viewUrl(company, photo) {
      if ((await kept(company, photo)) === null) return null;
      const expires = String(seconds() + VIEW_SECONDS);
      const query = new URLSearchParams({ expires, signature: sign('get', company, photo, expires) });
      return `${settings.baseUrl}/files/${company}/${photo}?${query}`;
    },

    async readKept(path) {
      const [pathname = '', query = ''] = path.split('?', 2);
      const [, company = '', photo = ''] = /^\/files\/([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
      const given = new URLSearchParams(query);
      const expires = given.get('expires') ?? '';
      if (!signedBy(given.get('signature') ?? '', 'get', company, photo, expires)) return null;
      if (Number(expires) < seconds()) return null;
      const found = await kept(company, photo);
      return found === null ? null : { ...found, disposition: dispositionOf(photo, found.type) };
    },
  };
}

async function readOrNull(path: string | null): Promise<Uint8Array | null> {
  if (path === null) return null;
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** All or nothing: a crash in the middle leaves no half picture under the name. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
}
