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

describe('a fault told by the label', () => {
  const KEY = 'k'.repeat(12);
  const tell = (fields: Record<string, string>) =>
    desk.call({ path: '/e/c0de', method: 'POST', body: new URLSearchParams({ key: KEY, ...fields }).toString() });
  const orders = async () => (await desk.ports.items.byAsset('demo', 'a1', { limit: 10 })).rows;

  test('opens an order for who answers for it, once however often the form is sent', async () => {
    await put();
    const answers = [await tell({ what: '门关不上' }), await tell({ what: '门关不上' })];
    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [303, expect.stringMatching(/^\/e\/c0de\?reported=[\w.-]+&lang=zh-CN$/)],
      [303, answers[0]?.location],
    ]);
    const [order, ...more] = await orders();
    expect(more).toEqual([]);
    const item = await desk.ports.items.get('demo', order?.id ?? '');
    expect(item).toMatchObject({ kind: 'workOrder', owner: 'repairer-a', intake: { channel: 'web', takenBy: null } });
    expect(item?.intake.description).toBe('门关不上');
  });

  test('joins what somebody is at already, with the same answer', async () => {
    await put();
    const [first, second] = [await tell({ what: '门关不上' }), await tell({ key: 'm'.repeat(12), what: '有异响' })];
    expect([second.status, second.location]).toEqual([first.status, first.location]);
    expect(await orders()).toHaveLength(1);
    const { rows } = await desk.ports.items.timeline('demo', (await orders())[0]?.id ?? '', { limit: 50 });
    expect(rows.filter(({ type }) => type === 'joined')).toMatchObject([{ description: '有异响', by: 'resident' }]);
  });

  /** The page that the browser is led to. */
  const follow = (location: string | null, more: Record<string, string> = {}) => {
    const { pathname, searchParams } = new URL(location ?? '', 'https://steward.example');
    return desk.call({ path: pathname, query: { ...Object.fromEntries(searchParams), ...more } });
  };
  const uploadOf = (html: string) => ({
    photo: /name="key" value="(?:[^"]*\/)?([^"]+__resident__[^"]+)"/.exec(html)?.[1] ?? null,
    back: /name="success_action_redirect" value="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? null,
  });

  test('takes photos on the next page, which go to the order whoever told it first', async () => {
    await put();
    const first = await follow((await tell({ what: '门关不上' })).location);
    const [order] = await orders();
    expect(first.html).toContain('已收到，谢谢。');
    expect(first.html).not.toMatch(/<textarea|<script/);
    const { photo, back } = uploadOf(first.html);
    expect(photo).toContain(`${order?.id}__resident__`);
    const joined = await tell({ key: 'm'.repeat(12), what: '还在响' });
    expect(uploadOf((await follow(joined.location)).html).photo).toContain(`${order?.id}__resident__`);
    // Storage leads back; what never came is said to be no photo, and another may follow.
    const came = await follow(back);
    expect(came.html).toContain('无法使用该文件');
    expect(uploadOf(came.html).photo).not.toBeNull();
    expect(desk.writes()).toBe(2);
  });

  test('takes no photos by an address that is not its own, that is old, or once the work is over', async () => {
    await put();
    await desk.ports.assets.put(asset({ id: 'a2', number: 'DT-2', code: '0ther' }));
    const { location } = await tell({ what: '门关不上' });
    const bent = [
      location?.replace('reported=', 'reported=x'),
      location?.replace('c0de', '0ther'),
      '/e/c0de?reported=1',
    ];
    for (const address of bent) {
      const { status, html } = await follow(address ?? null);
      expect([status, html.includes('已收到'), uploadOf(html).photo]).toEqual([200, false, null]);
    }
    desk.ports.setNow(desk.ports.clock.now() + 61 * 60_000);
    const late = await follow(location);
    expect([late.html.includes('已收到'), uploadOf(late.html).photo]).toEqual([true, null]);
  });

  test('offers no form for photos to an address that had many', async () => {
    const refusing = async (_company: string, name: string, _most: number, _length: number, now: number) =>
      name.startsWith('photo/') ? now + 60_000 : null;
    desk = await createResidentDesk({ limits: { take: refusing } });
    await put();
    const { html } = await follow((await tell({ what: '门关不上' })).location);
    expect([html.includes('已收到'), uploadOf(html).photo]).toEqual([true, null]);
  });

  test('needs words, and is not taken from a program that fills in what nobody sees', async () => {
    await put();
    const empty = await tell({ what: '  ' });
    expect([empty.status, empty.html.includes('请写明出了什么问题。')]).toEqual([422, true]);
    const trapped = await tell({ what: '门 <b>关不上', website: 'https://spam.example' });
    expect(trapped.status).toBe(422);
    expect(trapped.html).toContain('门 &lt;b&gt;关不上</textarea>');
    expect(desk.writes()).toBe(0);
  });

  test('is told elsewhere where the facility is in use no more', async () => {
    await put({ condition: 'retired' });
    const { html } = await desk.call({ path: '/e/c0de' });
    expect(html).not.toContain('<form');
    expect(html).toContain('href="/report/east-lake?');
    expect((await tell({ what: '门关不上' })).status).toBe(404);
    expect(desk.writes()).toBe(0);
  });

  test('shows what was done here before, without a name or a word of what was told', async () => {
    await put();
    await tell({ what: '轿厢漏油，电话 13912345678' });
    const { html } = await desk.call({ path: '/e/c0de' });
    expect(html).toContain('维修 · 待接单');
    expect(html).not.toMatch(/13912345678|轿厢漏油|维修工|repairer|ELW/);
  });

  test('is refused when too many were told, with the telephone', async () => {
    const refusing = async (_company: string, name: string, _most: number, _length: number, now: number) =>
      name.startsWith('asset/') ? now + 60_000 : null;
    desk = await createResidentDesk({ limits: { take: refusing } });
    await put();
    const { status, html } = await tell({ what: '门关不上' });
    expect([status, html.includes('021-5555 0100')]).toEqual([429, true]);
    expect(desk.writes()).toBe(0);
  });
});
