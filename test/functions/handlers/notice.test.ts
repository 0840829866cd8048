import { beforeAll, expect, it } from 'vitest';
import type { SiteNotice } from '#http/schemas/notice';
import { createDemoApi } from '#test/support/demo-api';
import { organisation } from '#test/support/one-site';

let api: Awaited<ReturnType<typeof createDemoApi>>;
beforeAll(async () => {
  api = await createDemoApi();
});
const read = (as: string, site = 'east-lake') => api.call<SiteNotice>('GET', `/api/sites/${site}/notice`, { as });

it('gives each building of the site an address of its own, the telephone and the office', async () => {
  const { status, body } = await read('customer-centre-clerk-a');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    site: 'east-lake',
    language: 'zh-CN',
    phone: '021-5555 0100',
    office: { en: 'Building 1, ground floor' },
  });
  const own = organisation.buildings.filter(({ site }) => site === 'east-lake').map(({ id }) => id);
  expect(own.length).toBeGreaterThan(2);
  expect(body.buildings.map(({ id, url }) => [id, url])).toEqual(
    own.map((id) => [id, `https://steward.example/report/east-lake?b=${id}`]),
  );
});

it.each([
  ['administrator', 'east-lake', 200],
  ['site-director', 'east-lake', 200],
  ['auditor', 'east-lake', 200],
  ['repairer-a', 'east-lake', 403],
  ['west-manager', 'east-lake', 403],
  ['customer-centre-clerk-a', 'west-hill', 403],
  ['administrator', 'nowhere', 404],
])('%s at %s: %i', async (as, site, status) => expect((await read(as, site)).status).toBe(status));
