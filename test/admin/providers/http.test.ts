import { describe, expect, test } from 'vitest';
import { ApiFailure } from '../../../admin/src/providers/api-failure.ts';
import { createHttp } from '../../../admin/src/providers/http.ts';

const answering = (answer: () => Response | Promise<Response>) => {
  const sent: { url: string; init: RequestInit }[] = [];
  const http = createHttp({
    token: async () => 'token-1',
    language: () => 'en',
    words: (what) => `<${what}>`,
    fetch: async (url, init = {}) => {
      sent.push({ url: String(url), init });
      return answer();
    },
  });
  return { http, sent };
};
const json =
  (body: unknown, status = 200) =>
  () =>
    new Response(JSON.stringify(body), { status });

describe('one call to the API', () => {
  test('carries token, language, query and body', async () => {
    const { http, sent } = answering(json({ ok: true }));
    await http('post', '/api/things', { query: { a: 'x y', b: undefined, c: '' }, body: { n: 1 } });
    expect(sent[0]?.url).toBe('/api/things?a=x+y');
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      body: '{"n":1}',
      headers: { authorization: 'Bearer token-1', 'accept-language': 'en', 'content-type': 'application/json' },
    });
  });

  test('a refusal keeps status, message, field errors and similar complaints', async () => {
    const similar = [{ id: 'c1' }];
    const { http } = answering(json({ message: 'No', statusCode: 409, errors: { unit: ['?'] }, similar }, 409));
    const error = await http('post', '/api/complaints').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiFailure);
    expect(error).toMatchObject({ message: 'No', statusCode: 409, errors: { unit: ['?'] }, similar });
  });

  test('an error page of something in between gets a sentence of ours', async () => {
    const { http } = answering(() => new Response('<html>Bad gateway</html>', { status: 502 }));
    await expect(http('get', '/api/me')).rejects.toMatchObject({ message: '<failed>', statusCode: 502 });
  });

  test('no answer at all is status 0', async () => {
    const { http } = answering(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(http('get', '/api/me')).rejects.toMatchObject({ message: '<offline>', statusCode: 0 });
  });

  test('an empty answer is fine where there is nothing to say', async () => {
    const { http } = answering(() => new Response(null, { status: 204 }));
    await expect(http('delete', '/api/x')).resolves.toBeUndefined();
  });
});
