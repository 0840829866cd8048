import { expect, test } from 'vitest';
import { photosOf, shownRows } from '../../../../admin/src/features/complaint/use-timeline.ts';

const attached = (...photos: string[]) => ({ type: 'attached', data: { photos } });
const resolved = (...photos: string[]) => ({
  type: 'acted',
  data: { action: { name: 'resolve', input: { done: 'd', told: 't', photos } } },
});
const noted = { type: 'acted', data: { action: { name: 'note', input: { text: 'x' } } } };

test('photos come attached, or named by an action; a row of an unknown shape has none', () => {
  expect(photosOf(attached('a', 'b'))).toEqual(['a', 'b']);
  expect(photosOf(resolved('a'))).toEqual(['a']);
  for (const row of [noted, { type: 'acted', data: {} }, { type: 'attached', data: { photos: 3 } }])
    expect(photosOf(row)).toEqual([]);
});

test('a photo of a form is told with its action only; one that no action names stands for itself', () => {
  const rows = [attached('a'), attached('b'), noted, resolved('a')];
  expect(shownRows(rows)).toEqual([attached('b'), noted, resolved('a')]);
});

test('bookkeeping is left out; a notice that needs a call, or reached nobody, is not bookkeeping', () => {
  const told = (via: string) => ({ type: 'told', data: { via } });
  const status = { type: 'status', data: {} };
  expect(shownRows([status, told('mail'), told('call'), told('none')])).toEqual([told('call'), told('none')]);
});
