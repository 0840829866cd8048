import { describe, expect, test } from 'vitest';
import type { Entry } from '#domain/workflow/entry';
import { TimelineRow } from '#http/schemas/complaint';
import { at } from '#test/support/estate';
import { entryView } from '#usecases/view-entry';

const now = at('2026-11-23', '10:00');
const iso = '2026-11-23T02:00:00Z';
const base = { seq: 1, at: now, by: 'repairer-a', step: 'handle', level: 0 };

describe('a timeline row', () => {
  test('has its instants in ISO, and leaves levels and statuses as they are', () => {
    const entries: Entry[] = [
      { ...base, type: 'asked', people: ['a'], due: now, again: false },
      { ...base, type: 'missed', clock: 'reply', promised: false, deadline: now },
      { ...base, type: 'raised', from: 0, to: 1, why: 'expired' },
      { ...base, type: 'recomputed', moved: [{ what: 'reply', from: now, to: now }] },
      { ...base, type: 'acted', action: { name: 'promise', input: { at: now, told: '下午' } } },
    ];
    const rows = entries.map((entry) => entryView(entry, true));
    for (const row of rows) expect(TimelineRow.safeParse(row).error).toBeUndefined();
    expect(rows.map(({ data }) => data)).toEqual([
      { people: ['a'], due: iso, again: false },
      { clock: 'reply', promised: false, deadline: iso },
      { from: 0, to: 1, why: 'expired' },
      { moved: [{ what: 'reply', from: iso, to: iso }] },
      { action: { name: 'promise', input: { at: iso, told: '下午' } } },
    ]);
  });

  test('loses numbers and addresses in free text where the reader may not see them', () => {
    const entry: Entry = { ...base, type: 'acted', action: { name: 'note', input: { text: '回电 13800138000' } } };
    expect(JSON.stringify(entryView(entry, false))).not.toContain('13800138000');
    expect(JSON.stringify(entryView(entry, true))).toContain('13800138000');
    const reporter = { name: '王女士', phone: '13800138000', email: 'a@b.example' };
    const joined: Entry = {
      ...base,
      type: 'joined',
      description: '也漏了',
      channel: 'web',
      number: 'EL-261123-002',
      reporter,
    };
    expect(JSON.stringify(entryView(joined, false))).not.toMatch(/王女士|13800138000|a@b/);
    expect(entryView(joined, true).data).toMatchObject({ number: 'EL-261123-002', reporter });
    const bounced: Entry = {
      ...base,
      type: 'bounced',
      effect: 'c1/2',
      to: 'resident',
      why: '550 <a@b.example> unknown',
    };
    expect(JSON.stringify(entryView(bounced, false))).not.toContain('a@b.example');
  });
});
