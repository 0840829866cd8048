import { beforeEach, describe, expect, test } from 'vitest';
import { asset } from '#test/support/assets';
import { createResidentDesk, type ResidentDesk } from '#test/support/resident-desk';

let desk: ResidentDesk;
const put = (change = {}) => desk.ports.assets.put(asset({ code: 'c0de', ...change }));
beforeEach(async () => {
  desk = await createResidentDesk();
});

describe('the label of a facility', () => {
  test('says what it is, where and how, and names nobody', async () => {
    await put({ condition: 'outOfOrder' });
    const { status, html } = await desk.call({ path: '/e/c0de' });
    expect(status).toBe(200);
    for (const words of ['1 号电梯', 'DT-1', '1 栋 · 1 号电梯厅', '停用，正在处理']) expect(html).toContain(words);
    expect(html).not.toMatch(/维修工|repairer|三菱|2026-12-01/);
    expect(desk.writes()).toBe(0);
  });

  test('speaks the language asked for, and leads to the form with building and place filled in', async () => {
    await put();
    const { html } = await desk.call({ path: '/e/c0de', query: { lang: 'en' } });
    expect(html).toContain('Working');
    const [, address = ''] = /href="(\/report\/[^"]+)"/.exec(html) ?? [];
    const { pathname, searchParams } = new URL(address.replaceAll('&amp;', '&'), 'https://steward.example');
    const form = await desk.call({ path: pathname, query: Object.fromEntries(searchParams) });
    expect(form.status).toBe(200);
    expect(form.html).toContain('name="building" value="b1"');
    expect(form.html).toMatch(/name="place"[^>]*value="1 号电梯 \(DT-1\) 1 号电梯厅"/);
  });

  test('lets no name out of its place', async () => {
    await put({ name: '<b onclick="x">电梯</b>', place: '"><script>' });
    const { html } = await desk.call({ path: '/e/c0de' });
    expect(html).not.toMatch(/<b onclick|<script/);
  });

  test.each(['nothing', 'c0de2', '..%2f', 'x'.repeat(80)])('is not there for the code %s', async (code) => {
    await put();
    const { status, html } = await desk.call({ path: `/e/${code}` });
    expect(status).toBe(404);
    expect(html).not.toContain('电梯');
  });

  test('is refused to whoever asks too often, with the telephone', async () => {
    desk = await createResidentDesk({ limits: { take: async (_company, _name, _most, _length, now) => now + 60_000 } });
    await put();
    const { status, html } = await desk.call({ path: '/e/c0de' });
    expect(status).toBe(429);
    expect(html).toContain('021-5555 0100');
  });
});
