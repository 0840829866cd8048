import { beforeEach, describe, expect, it } from 'vitest';
import { languages } from '#domain/text';
import { toIso } from '#domain/time';
import { bytesOf } from '#http/pages/html';
import { HOSTILE } from '#test/support/mail-views';
import { wordsOf } from '#test/support/page-form';
import { createResidentDesk, type ResidentDesk } from '#test/support/resident-desk';
import { aReport } from '#test/support/residents';

let desk: ResidentDesk;
beforeEach(async () => {
  desk = await createResidentDesk();
});
const get = (path: string, query = {}, headers = {}) => desk.call({ path, query, headers });
const post = (fields: Record<string, string>, query = {}) =>
  desk.call({ path: '/report/east-lake', method: 'POST', query, body: new URLSearchParams(fields).toString() });
const langOf = ({ html }: { html: string }) => /<html lang="([^"]+)"/.exec(html)?.[1];

describe('the form', () => {
  it('speaks the language asked for, else the browser’s, else the site’s', async () => {
    expect(langOf(await get('/report/east-lake'))).toBe('zh-CN');
    expect(langOf(await get('/report/east-lake', {}, { 'accept-language': 'fr' }))).toBe('zh-CN');
    expect(langOf(await get('/report/east-lake', {}, { 'accept-language': 'en-GB' }))).toBe('en');
    expect(langOf(await get('/report/east-lake', { lang: 'zh-CN' }, { 'accept-language': 'en' }))).toBe('zh-CN');
  });

  it('knows the building of the code, and asks for it where there is none or one we do not have', async () => {
    const known = await get('/report/east-lake', { b: 'b2' });
    expect(known.html).toContain('<input type="hidden" name="building" value="b2">');
    expect(wordsOf(known.html)).toContain('2 栋');
    for (const b of ['', 'nowhere', '"><script>'])
      expect((await get('/report/east-lake', { b })).html).toContain('<select id="building"');
  });

  it.each(languages)('is one small page without script in %s', async (lang) => {
    const { html } = await get('/report/east-lake', { lang });
    expect(bytesOf(html)).toBeLessThan(10_000);
    expect(html).not.toMatch(/<script|javascript:|onclick|undefined|null/);
    const wrong = await post({ ...aReport, email: 'no', phone: 'x', category: 'nothing' }, { lang });
    expect(bytesOf(wrong.html)).toBeLessThan(10_000);
  });

  it('says everything that is wrong at its field at once and keeps what was typed', async () => {
    const empty = await post({ description: HOSTILE, since: 'gestern' });
    expect(empty.status).toBe(422);
    for (const words of ['请选择。', '请填写房号或公共区域位置。', '请填写电话或电子邮箱', '需要您的同意'])
      expect(wordsOf(empty.html)).toContain(words);
    expect(empty.html).toContain('value="gestern"');
    expect(empty.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    const wrong = await post(
      { ...aReport, email: 'nobody', phone: '12', wants: 'money', unit: 'x'.repeat(60) },
      { lang: 'en' },
    );
    expect(wrong.status).toBe(422);
    expect(wordsOf(wrong.html)).toContain('Please enter a valid e-mail address.');
    expect(wrong.html).toContain('value="nobody"');
    const nowhere = await post({ ...aReport, building: '' });
    expect(wordsOf(nowhere.html)).toContain('请选择楼栋。');
    expect(desk.writes()).toBe(0);
  });

  it('stores nothing for a program that fills what people do not see', async () => {
    const trapped = await post({ ...aReport, website: 'https://spam.example' });
    expect(trapped.status).toBe(422);
    expect(wordsOf(trapped.html)).toContain('最后一栏请留空');
    expect(desk.writes()).toBe(0);
  });

  it('is not there for a site that is not', async () => {
    for (const path of ['/report/west', '/report/EAST', '/report/', '/report', '/report/east-lake/x', '/r', '/r/x'])
      expect((await get(path)).status).toBe(404);
  });
});

describe('a receipt', () => {
  const file = async (change: Record<string, string> = {}) => {
    const { location } = await post({ ...aReport, ...change });
    return location?.split('?')[0] ?? '';
  };

  it('is where the form leads, in the language it was written in', async () => {
    const { status, location } = await post(aReport, { lang: 'en' });
    expect(status).toBe(303);
    const page = await get(location?.split('?')[0] ?? '', { filed: '1' }, { 'accept-language': 'zh-CN' });
    expect(langOf(page)).toBe('en');
    expect(wordsOf(page.html)).toContain('EL-261123-001');
    expect(bytesOf(page.html)).toBeLessThan(10_000);
  });

  it('shows its own address to whoever left no mail address', async () => {
    const { location } = await post({ ...aReport, email: '' });
    const path = location?.split('?')[0] ?? '';
    expect((await get(path, { filed: '1' })).html).toContain(`href="https://steward.example${path}"`);
    const mailed = await file({ unit: '802' });
    expect((await get(mailed, { filed: '1' })).html).not.toContain(`href="https://steward.example${mailed}"`);
  });

  it('links the household only when its own number or address was given', async () => {
    await file({ phone: '138 0000 0000' });
    const strange = await desk.ports.items.bySite('demo', 'east-lake', {}, {});
    const [first] = strange.rows;
    expect((await desk.ports.items.get('demo', first?.id ?? ''))?.intake.reporter.household).toBeNull();
    await file({ unit: '201', phone: '+86 139-0000-1201', email: 'b1-201@resident.example' });
    const [known] = (await desk.ports.items.bySite('demo', 'east-lake', {}, {})).rows.filter(
      ({ unit }) => unit === '201',
    );
    const item = await desk.ports.items.get('demo', known?.id ?? '');
    expect(item?.intake.reporter).toMatchObject({ household: 'east-lake-b1-201', name: null });
  });

  it('is nobody’s who has another kind of link, a broken one, or one too old', async () => {
    const path = await file();
    const { ports } = desk;
    const { claims } = await ports.links.verifyReceipt(path.slice('/r/'.length));
    const staff = await ports.links.sign({ ...claims, person: 'repairer-a', step: 'accept', ask: 1, verbs: [] });
    const stranger = await ports.links.signReceipt({ ...claims, report: 'nobody' });
    const other = await ports.links.signReceipt({ ...claims, item: 'nothing' });
    for (const token of [staff, stranger, other, path.slice(3, -2)]) {
      const page = await get(`/r/${token}`);
      expect(page.status).toBe(404);
      expect(page.html).not.toContain('楼道灯');
    }
    ports.setNow(claims.expires);
    expect((await get(path)).status).toBe(410);
    expect(toIso(claims.expires)).toBe('2027-11-23T02:00:00Z');
  });

  it('takes no more photos than ten, and tells what became of one', async () => {
    const path = await file();
    const { item } = (await desk.ports.links.verifyReceipt(path.slice(3))).claims;
    const photo = `${item}__resident__p1`;
    expect(wordsOf((await get(path, { uploaded: photo })).html)).toContain('无法使用该文件');
    desk.ports.uploaded.add(photo);
    await desk.ports.files.keep('demo', photo);
    expect(wordsOf((await get(path, { uploaded: photo })).html)).toContain('照片已保存。');
    expect(wordsOf((await get(path, { uploaded: 'other__resident__p1' })).html)).not.toContain('照片已保存。');
    const page = await get(path);
    expect(page.html).toMatch(/name="success_action_redirect" value="https:\/\/steward\.example\/r\/[^"]+\?uploaded=/);
    const photos = Array.from({ length: 10 }, (_, n) => `p${n}`);
    await desk.ports.items.append('demo', item, [
      { at: desk.ports.clock.now(), by: 'repairer-a', step: 's', level: 0, type: 'attached', photos },
    ]);
    expect((await get(path)).html).not.toContain('type="file"');
  });
});
