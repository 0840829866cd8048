// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { createDraft } from '../../../admin/src/components/draft.ts';

beforeEach(() => sessionStorage.clear());

test('what was written is there for the next page, until it is cleared', () => {
  createDraft<{ unit: string }>('intake').write({ unit: '602' });
  const later = createDraft<{ unit: string }>('intake');
  expect(later.read()).toEqual({ unit: '602' });
  expect(createDraft('other').read()).toEqual({});
  later.clear();
  expect(later.read()).toEqual({});
});

test('a spoilt draft is no draft', () => {
  sessionStorage.setItem('steward.draft.intake', '{"unit":');
  expect(createDraft('intake').read()).toEqual({});
  sessionStorage.setItem('steward.draft.intake', 'null');
  expect(createDraft('intake').read()).toEqual({});
});
