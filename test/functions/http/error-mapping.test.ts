import { describe, expect, test } from 'vitest';
import { BadCursor, DocumentChanged, ItemChanged, StoreBusy } from '#domain/errors';
import { summaryOf } from '#domain/summary';
import { toApiProblem } from '#http/error-mapping';
import { issueMessages } from '#http/problem-messages';
import { at, complaint } from '#test/support/estate';
import {
  ActionRefused,
  InvalidInput,
  NotAllowed,
  NotFound,
  problem,
  SimilarOpen,
  UnknownMember,
} from '#usecases/errors';

const now = at('2026-11-23', '10:00');
const english = (error: unknown) => toApiProblem(error, 'en', now);

describe('errors as the API answers them', () => {
  test.each([
    [new NotAllowed('item.read'), 403],
    [new NotFound('complaint'), 404],
    [new UnknownMember('noClaims'), 401],
    [new UnknownMember('removed'), 403],
    [new InvalidInput([]), 422],
    [new ActionRefused('promise', 'badTime'), 422],
    [new ActionRefused('resolve', 'ended'), 409],
    [new BadCursor('open'), 422],
    [new ItemChanged('c1'), 409],
    [new DocumentChanged('routing/main', 1), 409],
    [new StoreBusy('commit'), 503],
    [new TypeError('secret of the inside'), 500],
    ['a string', 500],
    [undefined, 500],
  ])('%s -> %i, with words in both languages and none of its own', (error, status) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const answer = toApiProblem(error, language, now);
      expect(answer.statusCode).toBe(status);
      expect(answer.message).not.toBe('');
      expect(answer.message).not.toContain('secret');
      expect(/[\u4e00-\u9fff]/.test(answer.message)).toBe(language === 'zh-CN');
    }
  });

  test('a refused action names the field that can be mended', () => {
    const fieldOf = (action: string, why: ActionRefused['why']) =>
      Object.keys(english(new ActionRefused(action, why)).errors ?? {});
    expect(fieldOf('promise', 'badTime')).toEqual(['at']);
    expect(fieldOf('reply', 'badTime')).toEqual(['nextReplyAt']);
    expect(fieldOf('pause', 'badTime')).toEqual(['until']);
    expect(fieldOf('handOver', 'unknownPerson')).toEqual(['to']);
    expect(fieldOf('called', 'unknownCall')).toEqual(['call']);
    expect(fieldOf('resolve', 'ended')).toEqual([]);
  });

  test('open ones with the same cause come along', () => {
    const answer = english(new SimilarOpen([summaryOf(complaint(now))]));
    expect(answer.similar?.[0]).toMatchObject({ id: 'c1', overdue: false });
  });
});

describe('words of problems', () => {
  test('fill in what the problem is about and never repeat', () => {
    const twice = [
      problem(['to'], 'unknown_person', { value: 'x' }),
      problem(['to'], 'unknown_person', { value: 'x' }),
    ];
    expect(issueMessages(twice, 'en')).toEqual({ to: ['There is no person "x".'] });
  });

  test('a code nobody knows still gets words of ours', () => {
    expect(issueMessages([problem(['a', 0], 'constructor')], 'en')['a.0']?.[0]).toMatch(/\.$/);
    expect(Object.keys(issueMessages([problem(['__proto__'], 'unknown_call')], 'en'))).toEqual(['__proto__']);
  });
});
