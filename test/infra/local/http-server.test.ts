import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { echoSystem, startFront, temporaryFolder } from '#test/support/local-front';

const folder = temporaryFolder();
let front: Awaited<ReturnType<typeof startFront>>;

beforeAll(async () => {
  const panel = join(folder.path, 'panel');
  mkdirSync(join(panel, 'assets'), { recursive: true });
  mkdirSync(join(panel, '.vite'));
  writeFileSync(join(panel, 'index.html'), '<!doctype html><title>panel</title>');
  writeFileSync(join(panel, 'assets', 'main-abc.js'), `// ${'x'.repeat(5000)}`);
  writeFileSync(join(panel, '.vite', 'manifest.json'), '{}');
  front = await startFront(echoSystem(), { dataDir: join(folder.path, 'data'), panelFolder: panel });
});
afterAll(async () => {
  await front.close();
  folder.remove();
});

/** With headers that fetch does not let through. */
const raw = (path: string, headers: Record<string, string>): Promise<{ status: number; location?: string }> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: front.port, path, headers }, (response) => {
      response.resume();
      response.once('end', () => resolve({ status: response.statusCode ?? 0, location: response.headers.location }));
    })
      .once('error', reject)
      .end();
  });

describe('the address', () => {
  it('is this machine: another name in Host is refused', async () => {
    for (const path of ['/', '/api/health', '/local/people', '/a/x', '/oidc/jwks'])
      expect(await raw(path, { host: `evil.example:${front.port}` })).toMatchObject({ status: 421 });
  });
  it('is one: the panel opened as localhost is led to 127.0.0.1', async () => {
    expect(await raw('/work?x=1', { host: `localhost:${front.port}` })).toEqual({
      status: 307,
      location: `${front.origin}/work?x=1`,
    });
  });
  it('answers the API under localhost, for scripts', async () => {
    expect(await raw('/api/health', { host: `localhost:${front.port}` })).toMatchObject({ status: 200 });
  });
  it('of a taken port is told', async () => {
    await expect(startFront(echoSystem(), { dataDir: folder.path, port: front.port })).rejects.toThrow(
      `Port ${front.port} is taken`,
    );
  });
});

describe('the panel', () => {
  it('is one page for every address of its router', async () => {
    const answer = await fetch(`${front.origin}/complaints/1`, { headers: { accept: 'text/html' } });
    expect(await answer.text()).toContain('<title>panel</title>');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
  });
  it('has compressed files that browsers keep for good', async () => {
    const answer = await fetch(`${front.origin}/assets/main-abc.js`, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect((await answer.text()).length).toBeGreaterThan(5000);
    const again = await fetch(`${front.origin}/assets/main-abc.js`, {
      headers: { 'accept-encoding': 'gzip, br', 'if-none-match': answer.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
  it('shows nothing beside its files', async () => {
    for (const path of ['/assets/gone.js', '/.vite/manifest.json', '/..%2f..%2fetc/passwd.txt', '/package.json'])
      expect((await fetch(front.origin + path)).status).toBe(404);
  });
  it('reads where to sign in from /config.json', async () => {
    expect(await (await fetch(`${front.origin}/config.json`)).json()).toEqual({
      issuer: `${front.origin}/oidc`,
      clientId: 'steward-panel',
      scope: 'openid email profile',
      local: true,
    });
  });
});
