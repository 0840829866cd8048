import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Definition, type StepOf } from '#domain/workflow/definition';
import { defaultComplaint } from '#workflows/default-complaint';
import { aligned } from '../../../../admin/src/features/document/align.ts';
import { type Change, differences, type Step } from '../../../../admin/src/features/document/diff.ts';
import { merge } from '../../../../admin/src/features/document/merge.ts';
import { same } from '../../../../admin/src/features/document/structure.ts';

const short = (path: readonly Step[]) => path.map((step) => ('field' in step ? step.field : `[${step.key}]`)).join('.');
const line = (change: Change) => `${change.type} ${short(change.path)}`;
const text = (words: string) => ({ 'zh-CN': words, en: words });
const base = {
  name: text('Office'),
  sites: [
    { id: 'east', phone: '1', handlers: ['a', 'b'] },
    { id: 'west', phone: '2', handlers: [] },
  ],
  exceptions: [{ date: '2026-10-01', open: [], reason: text('National Day') }],
  limits: { reply: { kind: 'elapsed', minutes: 15 } },
};
type Body = typeof base;
const changed = (change: (body: Body) => void): Body => {
  const body = structuredClone(base);
  change(body);
  return body;
};

describe('differences', () => {
  test('none between equal documents, whatever the order of keys', () => {
    const { name, ...rest } = structuredClone(base);
    expect(differences(base, { ...rest, name })).toEqual([]);
  });

  test('entries are followed by their name, whatever their place', () => {
    const after = changed((body) => {
      body.sites.reverse();
      const [west] = body.sites;
      if (west) west.phone = '3';
    });
    expect(differences(base, after).map(line)).toEqual(['changed sites.[west].phone', 'moved sites']);
  });

  test('what is new, gone and changed is told apart', () => {
    const after = changed((body) => {
      body.exceptions = [{ date: '2026-10-02', open: [], reason: text('National Day') }];
      body.sites[0]?.handlers.push('c');
      body.name = text('Desk');
      body.limits.reply.minutes = 30;
    });
    expect(differences(base, after).map(line)).toEqual([
      'changed name',
      'changed sites.[east].handlers',
      'added exceptions.[2026-10-02]',
      'removed exceptions.[2026-10-01]',
      'changed limits.reply',
    ]);
  });

  test('a field that was not there and one that goes are changes of it', () => {
    expect(differences({ a: 1 }, { b: [] }).map(line)).toEqual(['changed a', 'changed b']);
  });

  test('are empty exactly between equal values, for any two', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(differences(a, b).length === 0).toBe(same(a, b));
        expect(differences(a, structuredClone(a))).toEqual([]);
      }),
    );
  });
});

describe('merge', () => {
  test('keeps what each side changed', () => {
    const mine = changed((body) => {
      body.name = text('Desk');
      body.sites.push({ id: 'north', phone: '9', handlers: [] });
    });
    const theirs = changed((body) => {
      const [east] = body.sites;
      if (east) east.phone = '7';
      body.exceptions = [];
    });
    const { body, clashes } = merge(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(body.name).toEqual(text('Desk'));
    expect(body.exceptions).toEqual([]);
    expect(body.sites.map(({ id, phone }) => [id, phone])).toEqual([
      ['east', '7'],
      ['west', '2'],
      ['north', '9'],
    ]);
  });

  test('names what both changed, and keeps mine there', () => {
    const set = (phone: string) =>
      changed((body) => {
        const [east] = body.sites;
        if (east) east.phone = phone;
      });
    const { body, clashes } = merge(base, set('mine'), set('theirs'));
    expect(body.sites[0]?.phone).toBe('mine');
    expect(clashes.map(short)).toEqual(['sites.[east].phone']);
  });

  test('an entry that they removed and I changed stays, and is named', () => {
    const mine = changed((body) => {
      const [east] = body.sites;
      if (east) east.phone = 'mine';
    });
    const theirs = changed((body) => {
      body.sites.shift();
    });
    const { body, clashes } = merge(base, mine, theirs);
    expect(body.sites.map(({ id }) => id)).toEqual(['west', 'east']);
    expect(clashes.map(short)).toEqual(['sites.[east]']);
  });

  test('an order that only I changed stays mine, with what they added last', () => {
    const mine = changed((body) => {
      body.sites.reverse();
    });
    const theirs = changed((body) => {
      body.sites.push({ id: 'north', phone: '9', handlers: [] });
    });
    expect(merge(base, mine, theirs).body.sites.map(({ id }) => id)).toEqual(['west', 'east', 'north']);
  });

  test('with one side unchanged the result is the other side', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(merge(a, b, a)).toEqual({ body: b, clashes: [] });
        expect(merge(a, a, b)).toEqual({ body: b, clashes: [] });
      }),
    );
  });
});

describe('a workflow', () => {
  const edited = (change: (step: StepOf<'ask'>) => void): string[] => {
    const after = Definition.parse(JSON.parse(JSON.stringify(defaultComplaint)));
    for (const step of after.steps) if (step.id === 'accept' && step.type === 'ask') change(step);
    return differences(defaultComplaint, after).map(line);
  };

  test('a level that was put in leaves the others as they were', () => {
    expect(edited(({ levels }) => levels.splice(1, 0, { to: [{ kind: 'steward' }], within: 'acknowledge' }))).toEqual([
      'added steps.[accept].levels.[1]',
    ]);
  });

  test('the limit of a level is one change, named by its level', () => {
    const limit = (step: StepOf<'ask'>) => {
      if (step.levels[2]) step.levels[2].within = { kind: 'workingDays', days: 1 };
    };
    expect(edited(limit)).toEqual(['changed steps.[accept].levels.[2].within']);
  });

  test('where an action leads is a change of that action; another action is another rule', () => {
    const changes = edited((step) => {
      step.actions[0] = { action: 'acknowledge', next: 'verify' };
      step.actions[1] = { action: 'pause', next: 'handle' };
    });
    expect(changes).toEqual([
      'changed steps.[accept].actions.[0].next',
      'removed steps.[accept].actions.[1]',
      'added steps.[accept].actions.[1]',
    ]);
  });

  test('every entry has one fate, in order', () => {
    const list = fc.array(fc.record({ action: fc.constantFrom('a', 'b', 'c') }), { maxLength: 8 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const pairs = aligned(before, after);
        expect(pairs.flatMap(({ was }) => (was === null ? [] : [was]))).toEqual(before.map((_, index) => index));
        expect(pairs.flatMap(({ is }) => (is === null ? [] : [is]))).toEqual(after.map((_, index) => index));
      }),
    );
  });
});
