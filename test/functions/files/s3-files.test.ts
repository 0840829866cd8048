import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { s3Files } from '#files/s3-files';
import type { Files } from '#ports';
import { holds, jpeg, SECRET } from '#test/support/pictures';

/** Just enough of S3: objects in a map, by path. */
const objects = new Map<string, { bytes: Buffer; type: string }>();
let server: Server;
let files: Files;

beforeAll(async () => {
  server = createServer((request, response) => {
    const key = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').replace('/bucket/', '');
    const found = objects.get(key);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.method === 'PUT') {
        objects.set(key, { bytes: Buffer.concat(chunks), type: request.headers['content-type'] ?? '' });
        response.writeHead(200).end();
      } else if (request.method === 'DELETE') {
        objects.delete(key);
        response.writeHead(204).end();
      } else if (found === undefined) {
        const xml = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>no</Message></Error>';
        response.writeHead(404, { 'content-type': 'application/xml' }).end(request.method === 'HEAD' ? '' : xml);
      } else {
        response.writeHead(200, { 'content-type': found.type, 'content-length': found.bytes.length });
        response.end(request.method === 'HEAD' ? '' : found.bytes);
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const client = new S3Client({
    region: 'eu-west-1',
    endpoint: `http://127.0.0.1:${port}`,
    forcePathStyle: true,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  files = s3Files(client, 'bucket');
});
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(() => objects.clear());

const upload = (bytes: Uint8Array) => objects.set('incoming/demo/p1', { bytes: Buffer.from(bytes), type: 'text/html' });
interface Policy {
  conditions: unknown[];
}

describe('s3Files', () => {
  it('gives a form limited in size, bound to one key, returning by redirect', async () => {
    const form = await files.uploadForm('demo', 'p1', 'https://steward.example/a/t?done=1');
    expect(form.fields.key).toBe('incoming/demo/p1');
    expect(form.fields.success_action_redirect).toBe('https://steward.example/a/t?done=1');
    const policy = JSON.parse(Buffer.from(form.fields.Policy ?? '', 'base64').toString()) as Policy;
    expect(policy.conditions).toContainEqual(['content-length-range', 1, 10 * 1024 * 1024]);
    expect(policy.conditions).toContainEqual({ key: 'incoming/demo/p1' });
    expect(policy.conditions).toContainEqual({ success_action_redirect: 'https://steward.example/a/t?done=1' });
  });
  it('keeps a cleaned photo under its real type and forgets the upload', async () => {
    upload(jpeg());
    const kept = await files.keep('demo', 'p1');
    const stored = objects.get('kept/demo/p1');
    expect(kept).toEqual({ type: 'image/jpeg', bytes: stored?.bytes.length });
    expect(stored?.type).toBe('image/jpeg');
    expect(holds(stored?.bytes ?? new Uint8Array(), SECRET)).toBe(false);
    expect(objects.has('incoming/demo/p1')).toBe(false);
    expect(await files.keep('demo', 'p1')).toEqual(kept);
  });
  it('takes nothing that is no picture', async () => {
    upload(new TextEncoder().encode('<script>alert(1)</script>'));
    expect(await files.keep('demo', 'p1')).toBeNull();
    expect(objects.size).toBe(0);
  });
  it('answers null when nothing came, and for ids that are no ids', async () => {
    expect(await files.keep('demo', 'p1')).toBeNull();
    expect(await files.keep('demo', '../p1')).toBeNull();
    expect(await files.viewUrl('demo', 'p1')).toBeNull();
    await expect(files.uploadForm('demo', '../../x', null)).rejects.toThrow('letters');
  });
  it('shows a kept photo for five minutes under its type and name', async () => {
    upload(jpeg());
    await files.keep('demo', 'p1');
    const url = new URL((await files.viewUrl('demo', 'p1')) ?? '');
    expect(url.pathname).toBe('/bucket/kept/demo/p1');
    expect(url.searchParams.get('response-content-type')).toBe('image/jpeg');
    expect(url.searchParams.get('response-content-disposition')).toBe('inline; filename="p1.jpg"');
    expect(url.searchParams.get('X-Amz-Expires')).toBe('300');
  });
});
