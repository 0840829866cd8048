import { describe, expect, test } from 'vitest';
import type { CheckAnswer } from '#domain/checklist-answers';
import { nextPart, partsOf, pointOfPhoto, spotOf, wantsPhoto } from '#domain/checklist-walk';
import type { Checklist } from '#domain/maintenance';
import { photoIdFor } from '#usecases/photo-id';

const t = (words: string) => ({ 'zh-CN': words, en: words });
const check = (id: string, photo: 'none' | 'required' = 'none', required = true) => ({
  id,
  label: t(id),
  type: 'check' as const,
  photo,
  required,
});
const checklist: Checklist = {
  id: 'lift',
  name: t('lift'),
  sections: [
    { id: 'car', name: t('car'), items: [check('doors'), check('alarm')] },
    { id: 'pit', name: t('pit'), items: [check('dry', 'required'), check('tidy', 'none', false)] },
  ],
};
const assets = [
  { id: 'a1', number: 'DT-1' },
  { id: 'a2', number: 'DT-2' },
];
const answer = (value: string, photos: string[] = []): CheckAnswer => ({
  value,
  note: null,
  photos,
  by: 'li',
  at: 1,
  failed: value === 'fail',
});

const parts = partsOf(checklist, assets);
const first = { 'a1/car/doors': answer('pass'), 'a1/car/alarm': answer('pass') };

describe('the walk', () => {
  test('goes through all sections at one asset, then at the next', () => {
    expect(parts.map(({ at, asset, section }) => [at, asset?.number, section.id])).toEqual([
      ['0-0', 'DT-1', 'car'],
      ['0-1', 'DT-1', 'pit'],
      ['1-0', 'DT-2', 'car'],
      ['1-1', 'DT-2', 'pit'],
    ]);
    expect(parts[3]?.points.map(({ key }) => key)).toEqual(['a2/pit/dry', 'a2/pit/tidy']);
    expect(partsOf(checklist, []).map(({ at, asset }) => [at, asset])).toEqual([
      ['0-0', null],
      ['0-1', null],
    ]);
    expect(partsOf(null, assets)).toEqual([]);
  });

  test('goes on where something is missing: behind the part just saved, else from the start', () => {
    expect(nextPart(parts, {})?.at).toBe('0-0');
    expect(nextPart(parts, first)?.at).toBe('0-1');
    expect(nextPart(parts, first, '1-0')?.at).toBe('1-1');
    expect(nextPart(parts, first, '1-1')?.at).toBe('0-1');
  });

  test('a part without its photo is not done', () => {
    const one = partsOf(checklist, []);
    const found = { '-/car/doors': answer('pass'), '-/car/alarm': answer('pass'), '-/pit/dry': answer('pass') };
    expect(nextPart(one, found)?.at).toBe('0-1');
    expect(nextPart(one, { ...found, '-/pit/dry': answer('pass', ['p1']) })).toBeNull();
  });
});

describe('photos of points', () => {
  const [car, pit] = parts;
  const doors = car?.points[0];
  const dry = pit?.points[0];
  if (!car || !pit || !doors || !dry) throw new Error('the list is another');

  test('are asked for with an answer where the list wants them, or something was found', () => {
    expect(wantsPhoto(dry, {})).toBe(false);
    expect(wantsPhoto(dry, { [dry.key]: answer('pass') })).toBe(true);
    expect(wantsPhoto(doors, { [doors.key]: answer('pass') })).toBe(false);
    expect(wantsPhoto(doors, { [doors.key]: answer('flag') })).toBe(true);
    expect(wantsPhoto(doors, { [doors.key]: answer('fail') })).toBe(true);
  });

  test('say by their id where they belong', () => {
    const photo = photoIdFor('item-1', 'li', `0190a${spotOf(pit, 1)}`);
    expect(pointOfPhoto(photo, parts)?.point.key).toBe('a1/pit/tidy');
    expect(pointOfPhoto(photoIdFor('item-1', 'li', '0190a'), parts)).toBeNull();
    expect(pointOfPhoto(photoIdFor('item-1', 'li', 'x-at-7-0-0'), parts)).toBeNull();
    expect(pointOfPhoto(photoIdFor('item-1', 'li', 'x-at-0-0-9'), parts)).toBeNull();
  });
});
