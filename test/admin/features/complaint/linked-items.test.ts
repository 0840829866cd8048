import { expect, test } from 'vitest';
import type { TimelineRow } from '#http/schemas/complaint';
import { openedBy } from '../../../../admin/src/features/complaint/linked-items.tsx';

const row = (type: string, item: string): TimelineRow => ({
  ...{ seq: 1, at: '2026-11-24T01:00:00Z', by: 'system', step: 'do', level: 0 },
  ...{ type, data: { item, number: `EL-${item}`, kind: 'workOrder' } },
});

test('what an item led to is read from what happened, each once, with how it ended', () => {
  const rows = [row('linkedOpened', 'a'), row('asked', 'x'), row('linkedOpened', 'b'), row('linkedEnded', 'a')];
  expect(openedBy(rows).map(({ id, ended }) => [id, ended])).toEqual([
    ['a', true],
    ['b', false],
  ]);
  expect(openedBy([row('linkedEnded', 'a'), row('linkedOpened', 'a')]).map(({ ended }) => ended)).toEqual([true]);
});

test('of a visit that follows it nothing says that it goes on', () => {
  const visit = (type: string): TimelineRow => ({
    ...row(type, 'v'),
    data: { item: 'v', number: 'EL-v', kind: 'visit' },
  });
  expect(openedBy([visit('linkedOpened')]).map(({ ended }) => ended)).toEqual([null]);
  expect(openedBy([visit('linkedOpened'), visit('linkedEnded')]).map(({ ended }) => ended)).toEqual([true]);
});
