import { expect, test } from 'vitest';
import type { FormField } from '#domain/forms/forms';
import { formGroups, isAble, sameKeyForAll, type Together } from '../../../../admin/src/features/incidents/together.ts';
import { createSubmission } from '../../../../admin/src/providers/submission.ts';

const label = { 'zh-CN': '数量', en: 'Count' };
const count: FormField = { id: 'count', type: 'number', label, required: true, whole: true };
const photo = (required: boolean): FormField => ({ id: 'photo', type: 'photo', label, required });
const member = (id: string, resolve: FormField[], actions: Together[] = ['reply', 'resolve']) => ({
  ...{ id, actions, forms: { reply: [], resolve } },
});

test('those whose form asks the same are asked once, in the order they stand', () => {
  const members = [
    member('a', [count]),
    member('b', []),
    member('c', [count, photo(false)]),
    member('d', [{ ...count, required: false }]),
  ];
  const groups = formGroups(members, 'resolve');
  expect(groups.map(({ members: asked }) => asked.map(({ id }) => id))).toEqual([['a', 'c'], ['b'], ['d']]);
  expect(groups[0]?.fields).toEqual([count]);
  expect(formGroups(members, 'reply').map(({ members: asked }) => asked.length)).toEqual([4]);
});

test('where a photo is required, it is done on the page of that complaint', () => {
  expect(isAble(member('a', [photo(true)]), 'resolve')).toBe(false);
  expect(isAble(member('a', [photo(true)]), 'reply')).toBe(true);
  expect(isAble(member('a', [photo(false)]), 'resolve')).toBe(true);
  expect(isAble(member('a', [], ['reply']), 'resolve')).toBe(false);
});

test('groups that answer different forms share the key of their text, so that a retry does nothing twice', () => {
  const submission = sameKeyForAll(createSubmission());
  const body = { texts: { en: 'Fixed' }, complaints: ['a'], fields: { count: '3' } };
  const key = submission.keyFor(body);
  expect(submission.keyFor({ ...body, complaints: ['b'], fields: undefined })).toBe(key);
  expect(submission.keyFor(body)).toBe(key);
  expect(submission.keyFor({ ...body, texts: { en: 'Other' } })).not.toBe(key);
});
