import { describe, expect, test } from 'vitest';
import { instantAt } from '#domain/time';
import { renderPointPage, renderUnopenedPoint } from '#http/pages/point-page';
import { renderWalkPage } from '#http/pages/walk-page';
import type { PointView, WalkPoint, WalkView } from '#http/pages/walk-view';

const at = (time: string) => instantAt(time < '21:00' ? '2026-11-26' : '2026-11-25', time, 'Asia/Shanghai');
const point = (changes: Partial<WalkPoint> = {}): WalkPoint => ({
  id: 'gate',
  name: '主出入口',
  standing: 'open',
  from: at('22:00'),
  to: at('22:40'),
  countsLamps: false,
  lampsTotal: null,
  by: null,
  at: null,
  lamps: null,
  ...changes,
});
const garage = point({
  id: 'garage',
  name: '地下车库',
  standing: 'coming',
  from: at('23:20'),
  to: at('00:20'),
  countsLamps: true,
  lampsTotal: 240,
});
const view = (changes: Partial<WalkView> = {}): WalkView => ({
  language: 'zh-CN',
  site: '东湖花园',
  number: 'ELW-261125-001',
  now: at('22:10'),
  zone: 'Asia/Shanghai',
  name: '夜间巡查',
  work: null,
  starts: at('22:00'),
  ends: at('05:00'),
  over: false,
  figures: { points: 2, walked: 0, late: 0, missed: 0, lamps: null },
  points: [point(), garage],
  open: 'gate',
  next: 'gate',
  may: true,
  scans: false,
  saved: null,
  offers: [],
  nonce: 'n1',
  posted: null,
  ...changes,
});
const text = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const forms = (html: string) => [...html.matchAll(/<form.*?<\/form>/g)].map(([form]) => form);

describe('the page for the walk', () => {
  test('has one form, for the point to go to, and says by when', () => {
    const html = renderWalkPage(view());
    const [card, scan] = forms(html);
    expect(card).toContain('name="point" value="gate"');
    expect(card).toContain('name="code"');
    expect(card).not.toContain('name="lit"');
    expect(scan).toContain('name="walk" value="open"');
    expect(text(html)).toContain('还有 30 分钟，周三 22:40 前');
    expect(text(html)).toContain('已巡 0 / 2 个点');
    expect(html).not.toContain('<script');
    expect(new TextEncoder().encode(html).length).toBeLessThan(12_000);
  });

  test('asks for lamps where they are counted, for the total where it is not known', () => {
    const html = renderWalkPage(
      view({ now: at('23:30'), open: 'garage', next: 'garage', points: [point(), { ...garage, standing: 'open' }] }),
    );
    expect(text(html)).toContain('亮灯数（共 240 盏）');
    expect(html).not.toContain('name="total"');
    const free = renderWalkPage(view({ open: 'garage', points: [{ ...garage, standing: 'open', lampsTotal: null }] }));
    expect(free).toContain('name="total"');
  });

  test('before the first window there is nothing to record, but where to be and when', () => {
    const html = renderWalkPage(view({ open: null, points: [point({ standing: 'coming' }), garage] }));
    expect(html).not.toContain('value="scan"');
    expect(text(html)).toContain('目前没有到时间的点，下一个是： 主出入口 22:00 – 22:40');
  });

  test('leads to a missed point by a link, and says that it will be late', () => {
    const missed = point({ standing: 'missed' });
    expect(renderWalkPage(view({ open: null, points: [missed, garage] }))).toContain('<a href="?point=gate">');
    expect(text(renderWalkPage(view({ open: 'gate', points: [missed, garage] })))).toContain('补记到场');
  });

  test('shows who was where, and what was counted', () => {
    const done = point({ standing: 'done', by: '秩序维护员', at: at('22:05') });
    const counted = {
      ...garage,
      standing: 'late' as const,
      by: '值班经理甲',
      at: at('00:40'),
      lamps: { lit: 236, total: 240 },
    };
    const html = renderWalkPage(view({ open: null, saved: 'gate', points: [done, counted] }));
    expect(text(html)).toContain('✓ 已记录：主出入口');
    expect(text(html)).toContain('22:00 – 22:40 · 秩序维护员 22:05');
    expect(text(html)).toContain('值班经理甲 00:40 · 亮灯 236 / 240 盏 迟到');
  });

  test('gives back what was typed when it could not be taken', () => {
    const posted = {
      action: 'scan' as const,
      values: { point: 'gate', code: 'AB<1' },
      errors: {},
      problem: '巡查码不对。',
    };
    const html = renderWalkPage(view({ posted }));
    expect(html).toContain('value="AB&lt;1"');
    expect(text(html)).toContain('尚未记录。 巡查码不对。');
  });

  test('is read-only for whoever may not record, and when the patrol is over', () => {
    for (const html of [
      renderWalkPage(view({ may: false, open: null })),
      renderWalkPage(view({ over: true, open: null })),
    ])
      expect(forms(html)).toEqual([]);
  });
});

describe('a label scanned', () => {
  const scanned = (changes: Partial<PointView> = {}): PointView => ({
    ...{ language: 'en', site: 'East Lake Garden', number: 'ELW-261125-001', now: at('23:30'), zone: 'Asia/Shanghai' },
    ...{
      point: { ...garage, name: 'Car park', standing: 'open' },
      closed: null,
      walk: 'https://steward.example/a/t',
      nonce: 'n',
      posted: null,
    },
    ...changes,
  });
  test('records by one button, without the code', () => {
    const html = renderPointPage(scanned());
    expect(forms(html)[0]).toContain('value="scan"');
    expect(forms(html)[0]).not.toContain('name="code"');
    expect(text(html)).toContain('Lamps lit (of 240)');
  });
  test('says why it cannot be recorded', () => {
    expect(text(renderPointPage(scanned({ closed: 'early' })))).toContain('Too early: its window opens Wed 23:20.');
    const by = { ...garage, by: 'Officer', at: at('23:25') };
    expect(text(renderPointPage(scanned({ closed: 'done', point: by })))).toContain(
      'Recorded already by Officer, Wed 23:25.',
    );
    expect(forms(renderPointPage(scanned({ closed: 'over' })))).toEqual([]);
  });
  test('tells others nothing of where it hangs', () => {
    expect(text(renderUnopenedPoint('zh-CN'))).toContain('夜间巡查点');
  });
});
