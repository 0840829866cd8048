import { describe, expect, it } from 'vitest';
import { servePanel } from '../../../../infra/aws/panel/serve.ts';

const files: Record<string, string> = {
  'index.html': '<!doctype html>',
  'assets/app-1.js': 'run()',
  'secret.env': 'x',
};
const asked: string[] = [];
const serve = servePanel({
  read: (path) => {
    asked.push(path);
    const file = files[path];
    return file === undefined ? null : Buffer.from(file);
  },
  config: { issuer: 'https://id.acme.test', clientId: 'panel' },
  contentSecurityPolicy: "default-src 'none'",
});
const get = async (rawPath: string) => {
  const { statusCode, headers, body } = await serve({ rawPath });
  return { statusCode, headers, body: Buffer.from(body ?? '', 'base64').toString() };
};

describe('the panel from a function', () => {
  it.each(['/', '/complaints', '/complaints/EL-261123-007', '/signed-in'])(
    'answers %s with its one page',
    async (path) => {
      const { statusCode, body, headers } = await get(path);
      expect({ statusCode, body, cache: headers?.['cache-control'] }).toEqual({
        statusCode: 200,
        body: '<!doctype html>',
        cache: 'no-cache',
      });
    },
  );

  it('keeps files with a hash in their name for ever', async () => {
    const { headers, body } = await get('/assets/app-1.js');
    expect(body).toBe('run()');
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': expect.stringContaining('immutable'),
    });
  });

  it('tells the panel where to sign in', async () => {
    expect(JSON.parse((await get('/config.json')).body)).toEqual({
      issuer: 'https://id.acme.test',
      clientId: 'panel',
      scope: 'openid email profile',
      local: false,
    });
  });

  it.each(['/assets/none.js', '/secret.env', '/../lambda.js', '/assets/..%2f..%2findex.mjs', '//etc/x.json'])(
    'does not find %s',
    async (path) => {
      expect((await get(path)).statusCode).toBe(404);
    },
  );

  it('never asks for a path outside its folder', () => {
    expect(asked.filter((path) => path.includes('..') || path.startsWith('/'))).toEqual([]);
  });

  it('sends its security headers with every answer', async () => {
    for (const path of ['/', '/none.js'])
      expect((await get(path)).headers).toMatchObject({
        'content-security-policy': "default-src 'none'",
        'x-content-type-options': 'nosniff',
      });
  });
});
