import { describe, expect, test } from 'vitest';
import type { TimelineRow } from '#http/schemas/complaint';
import { type Reader, tellRow } from '../../../../admin/src/features/complaint/tell-row.ts';

const reader: Reader = {
  language: 'en',
  site: 's',
  when: (instant) => `<${instant}>`,
  names: {
    person: (id) => `<${id}>`,
    building: (_, id) => id,
    department: (site, id) => `<${site}/${id}>`,
    category: (id) => id,
    kind: (_, id) => id,
    site: (id) => id,
    place: () => '',
  },
};
const row = (type: string, data: Record<string, unknown>): TimelineRow => ({
  seq: 1,
  at: '2026-09-29T06:00:00Z',
  by: 'p1',
  step: 'handle',
  level: 0,
  type,
  data,
});

describe('a row of the timeline', () => {
  test('takes instants as they come on the wire, and departments of the item’s site', () => {
    expect(tellRow(row('kept', { deadline: '2026-09-29T05:00:00Z' }), reader).title).toContain(
      '<2026-09-29T05:00:00Z>',
    );
    const action = { name: 'bringIn', input: { department: 'd', note: 'n' } };
    expect(tellRow(row('acted', { action }), reader).title).toBe('<p1> brought in <s/d>');
  });

  test('quotes what people wrote and adds what follows', () => {
    const action = { name: 'acknowledge', input: { note: 'mine' } };
    expect(tellRow(row('acted', { action, owner: 'p1' }), reader).lines).toEqual([
      { words: 'mine', quoted: true },
      { words: '<p1> is the owner now', quoted: false },
    ]);
  });

  test('says what was done by a click in a mail', () => {
    const action = { name: 'acknowledge', input: {} };
    expect(tellRow(row('acted', { action, via: 'link' }), reader).lines).toEqual([
      { words: 'By the link in the mail', quoted: false },
    ]);
    expect(tellRow(row('acted', { action }), reader).lines).toEqual([]);
  });

  test('is marked by what it means', () => {
    expect(tellRow(row('raised', { from: 0, to: 1, why: 'expired' }), reader).tone).toBe('climb');
    expect(tellRow(row('asked', { people: [], due: null, again: false }), reader).tone).toBe('quiet');
    expect(tellRow(row('teleported', {}), reader)).toMatchObject({
      tone: 'quiet',
      title: 'Another event (teleported)',
    });
  });
});
