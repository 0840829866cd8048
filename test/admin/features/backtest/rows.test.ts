import { expect, test } from 'vitest';
import { noFigures } from '#domain/backtest/figures';
import { historyOf } from '#domain/backtest/history-of';
import { relive } from '#domain/backtest/relive';
import { elapsed } from '#domain/limit';
import { HOUR, MINUTE } from '#domain/time';
import type { Definition } from '#domain/workflow/definition';
import { at, facts } from '#test/support/estate';
import { Life } from '#test/support/life';
import { defaultComplaint } from '#workflows/default-complaint';
import { atNight, busiest, figureRows, personRows } from '../../../../admin/src/features/backtest/figure-rows.ts';
import { sayLine, type Teller } from '../../../../admin/src/features/backtest/line-words.ts';
import { compareLines, isShared } from '../../../../admin/src/features/simulate/compare.ts';

const start = at('2026-11-23', '10:00');
const teller: Teller = {
  entry: (entry) => {
    const due = entry.type === 'asked' && entry.due !== null ? ` until ${(entry.due - start) / MINUTE}` : '';
    return { title: `${entry.type}${due}`, more: [] };
  },
  mail: (reason, _, people) => ({ title: `${reason} to ${people.join(' ')}`, more: [] }),
};

test('figures stand side by side, levels as people count them', () => {
  const draft = { ...noFigures(), raised: [0, 4, 1], mails: { a: 7 }, missed: { reply: 2, resolve: 0 } };
  const rows = figureRows(draft, { ...noFigures(), mails: { a: 3, b: 1 } });
  expect(rows.slice(0, 3)).toMatchObject([
    { name: 'raised', level: 2, draft: 4, current: 0 },
    { name: 'raised', level: 3, draft: 1, current: 0 },
    { name: 'missedReply', draft: 2, current: 0, better: 'less' },
  ]);
  expect(rows.find(({ name }) => name === 'mails')).toMatchObject({ draft: 7, current: 4 });
  expect(figureRows(draft, null).every(({ current }) => current === null)).toBe(true);
  // Nobody was raised: one row says so.
  expect(figureRows(noFigures(), noFigures())[0]).toMatchObject({ name: 'raised', level: 2, draft: 0 });
});

test('people whose mails change most come first, then those who get most', () => {
  const figures = (mails: Record<string, number>) => ({ ...noFigures(), mails });
  const rows = personRows(figures({ a: 5, b: 9, c: 1 }), figures({ a: 5, b: 8, d: 3 }));
  expect(rows.map(({ person, draft, current }) => [person, draft, current])).toEqual([
    ['d', 0, 3],
    ['b', 9, 8],
    ['c', 1, 0],
    ['a', 5, 5],
  ]);
});

test('night is from 22 to 7; the busiest hour is the first of several', () => {
  const byHour = Array.from({ length: 24 }, (_, hour) =>
    [6, 22].includes(hour) ? 2 : hour === 7 ? 5 : hour === 9 ? 5 : 0,
  );
  expect(atNight(byHour)).toBe(4);
  expect(busiest(byHour)).toBe(7);
  expect(busiest(new Array(24).fill(0))).toBeNull();
});

test('two lines as one: what both have stands once, in order of time', () => {
  const life = new Life(start, { category: 'water-leak' });
  life.act('repairer-a', 'acknowledge', {}, start + 8 * MINUTE);
  const history = historyOf(life.item, life.timeline);
  const sooner: Definition = {
    ...defaultComplaint,
    steps: defaultComplaint.steps.map((step) =>
      step.type === 'ask' && step.id === 'accept'
        ? { ...step, levels: step.levels.map((one, n) => (n === 0 ? { ...one, within: elapsed(5) } : one)) }
        : step,
    ),
  };
  const until = start + HOUR / 2;
  const draft = sayLine(relive(history, sooner, facts, until), teller);
  const current = sayLine(relive(history, defaultComplaint, facts, until), teller);
  const rows = compareLines(draft, current);
  const said = rows.map(({ at: time, draft: mine, current: theirs }) => [
    (time - start) / MINUTE,
    theirs?.title ?? '-',
    mine?.title ?? '-',
  ]);
  expect(said).toEqual([
    [0, 'filed', 'filed'],
    [0, 'assigned', 'assigned'],
    [0, 'asked until 15', 'asked until 5'],
    [0, 'resident to resident', 'resident to resident'],
    [5, '-', 'raised'],
    [5, '-', 'asked until 20'],
    [8, 'acted', 'acted'],
    [8, 'asked', 'asked'],
  ]);
  const same = compareLines(current, current);
  expect(same.every(isShared)).toBe(true);
});
