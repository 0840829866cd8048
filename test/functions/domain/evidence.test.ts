import { expect, test } from 'vitest';
import { evidenceOf, photosOf } from '#domain/evidence';
import type { Entry, Happening } from '#domain/workflow/entry';
import { itemWith } from './item-fixture.ts';

const entry = (happening: Happening): Entry => ({ seq: 1, at: 0, by: 'li', step: 's', level: 0, ...happening });
const attached = entry({ type: 'attached', photos: ['b'] });
const resolved = entry({
  type: 'acted',
  action: { name: 'resolve', input: { done: 'd', told: 't', photos: ['b', 'c'] } },
});

test('photos come attached, or named by an action', () => {
  expect(photosOf(attached)).toEqual(['b']);
  expect(photosOf(resolved)).toEqual(['b', 'c']);
  expect(photosOf(entry({ type: 'filed' }))).toEqual([]);
});

test('all of an item: those of its intake first, each once', () => {
  const item = itemWith();
  const intake = { ...item.intake, photos: ['a'] };
  expect(evidenceOf({ intake }, [attached, resolved])).toEqual(['a', 'b', 'c']);
});
