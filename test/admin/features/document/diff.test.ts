import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
