import { describe, expect, it } from 'vitest';
import { elapsed, workingDayAt, workingDays } from '#domain/limit';
import type { Directory } from '#domain/organisation';
import { DAY, HOUR, MINUTE } from '#domain/time';
import type { Definition, Level } from '#domain/workflow/definition';
import { nextDue } from '#domain/workflow/due';
import { at, directory, facts } from '#test/support/estate';
import { file } from '#test/support/life';
import { ask, define, end, person } from '#test/support/small-workflow';

const monday = at('2026-11-23', '09:00');
const withDirectory = (change: Partial<Directory>) => ({ ...facts, directory: { ...directory, ...change } });
const withDepartment = (id: string, change: { head?: string | null; handlers?: string[] }) => {
  const { organisation } = directory;
  const sites = organisation.sites.map((site) => ({
    ...site,
    departments: site.departments.map((one) => (one.id === id ? { ...one, ...change } : one)),
  }));
  return withDirectory({ organisation: { ...organisation, sites } });
};
const away = (who: string, deputy: string | null) =>
  withDirectory({ absences: { absences: [{ person: who, from: monday - DAY, to: monday + 60 * DAY, deputy }] } });

describe('nobody answers', () => {
  it('climbs to the top, reminds each working day five times, then says that nobody acted, and sends nothing else', () => {
    const life = file(monday);
    expect(life.mails()).toEqual(['resident received', 'asked repairer-a 0 11-23 14:30']);
    expect(life.wait(at('2026-12-31', '23:00'))).toEqual([
      '11-23 14:30 raised engineering-head 1 11-24 09:30',
      '11-24 09:30 raised site-director 2 11-24 15:00',
      '11-24 15:00 raised quality-manager 3 -',
      '11-24 15:00 raised general-manager 3 -',
      '11-25 09:00 reminder quality-manager 3 -',
      '11-25 09:00 reminder general-manager 3 -',
      '11-26 09:00 reminder quality-manager 3 -',
      '11-26 09:00 reminder general-manager 3 -',
      '11-27 09:00 reminder quality-manager 3 -',
      '11-27 09:00 reminder general-manager 3 -',
      '11-30 09:00 reminder quality-manager 3 -',
      '11-30 09:00 reminder general-manager 3 -',
      '12-01 09:00 reminder quality-manager 3 12-02 09:00',
      '12-01 09:00 reminder general-manager 3 12-02 09:00',
      '12-02 09:00 asked quality-manager 0 -',
    ]);
    expect(life.item).toMatchObject({ status: 'nobodyActed', step: 'nobody-acted', level: 3, endedAt: null });
    expect(nextDue(life.item)).toBeNull();
    expect(life.timeline.filter(({ type }) => type === 'missed').map((entry) => [entry.type, entry.at])).toEqual([
      ['missed', at('2026-11-24', '18:00')],
      ['missed', at('2026-11-25', '18:00')],
    ]);
  });

  it('climbs round the clock on the limits of an emergency, with the duty manager beside the director at night', () => {
    const night = at('2026-11-23', '22:00');
    const life = file(night, { category: 'lift-trapped' });
    expect(life.mails()).toEqual([
      'resident received',
      'informed engineering-head 0 -',
      'informed site-director 0 -',
      'asked repairer-a 0 11-23 22:05',
    ]);
    expect(life.wait(night + 20 * MINUTE)).toEqual([
      '11-23 22:05 raised engineering-head 1 11-23 22:10',
      '11-23 22:10 raised site-director 2 11-23 22:15',
      '11-23 22:10 raised duty-manager-a 2 11-23 22:15',
      '11-23 22:15 raised quality-manager 3 -',
      '11-23 22:15 raised general-manager 3 -',
    ]);
  });
});

describe('who is not there', () => {
  it('asks the deputy of somebody absent and says for whom', () => {
    const life = file(monday, { facts: away('repairer-a', 'repairer-b') });
    // The next handler takes it: the first who is there.
    expect(life.mails()).toContain('asked repairer-b 0 11-23 14:30');
    const head = file(monday, { facts: away('engineering-head', 'security-head') });
    expect(head.next()).toEqual(['raised security-head 1 11-24 09:30']);
    expect(head.last.entries).toContainEqual(
      expect.objectContaining({ type: 'substituted', absent: 'engineering-head', deputy: 'security-head' }),
    );
  });

  it('skips a level that resolves to nobody at once', () => {
    const life = file(monday, { facts: withDepartment('engineering', { head: null }) });
    expect(life.next()).toEqual(['raised site-director 2 11-24 09:30']);
    expect(life.last.entries.map((entry) => entry.type)).toEqual(['raised', 'skipped', 'asked']);
    expect(life.last.entries[1]).toMatchObject({ skippedLevel: 1, why: 'empty' });
    expect(life.item.level).toBe(2);
  });

  it('asks the superior at once when there is nobody to own it', () => {
    const life = file(monday, { facts: away('environment-head', null), category: 'greening-pests' });
    expect(life.item.owner).toBe('cleaning-lead');
    const nobody = file(monday, {
      category: 'fees',
      facts: withDepartment('finance', { head: null, handlers: [] }),
    });
    expect(nobody.item.owner).toBeNull();
    expect(nobody.mails()).toEqual(['resident received', 'raised site-director 2 11-23 14:30']);
  });

  it('goes straight to the list of what nobody acted on when every level is empty', () => {
    const { organisation } = directory;
    const people = organisation.people.map((one) => ({ ...one, active: false }));
    const life = file(monday, { facts: withDirectory({ organisation: { ...organisation, people } }) });
    expect(life.mails()).toEqual(['resident received']);
    expect(life.item).toMatchObject({ status: 'nobodyActed', step: 'nobody-acted', stuck: null });
    expect(life.happened().filter((type) => type === 'skipped')).toHaveLength(5);
    expect(life.happened().filter((type) => type === 'exhausted')).toHaveLength(2);
  });
});

describe('who is not reached', () => {
  const bounce = (who: string, life: ReturnType<typeof file>) =>
    life.happen({ type: 'undeliverable', person: who, ask: life.item.ask?.id ?? null }, life.now + MINUTE);

  it('asks the next level at once, and says so', () => {
    const life = file(monday);
    expect(bounce('repairer-a', life)).toEqual(['raised engineering-head 1 11-23 14:31']);
    expect(life.happened()).toEqual(['skipped', 'raised', 'asked']);
    expect(life.last.entries[0]).toMatchObject({ skippedLevel: 0, why: 'unreachable' });
    expect(bounce('engineering-head', life)).toEqual(['raised site-director 2 11-23 14:32']);
  });

  it('waits for the others of the level, and remembers who was not reached', () => {
    const life = file(monday);
    while (life.item.level < 3) life.next();
    expect(bounce('quality-manager', life)).toEqual([]);
    expect(life.last).toMatchObject({ changed: true, entries: [] });
    expect(life.wait(at('2026-11-25', '09:00'))).toEqual(['11-25 09:00 reminder general-manager 3 -']);
    expect(bounce('general-manager', life)).toEqual(['asked quality-manager 0 -']);
    expect(life.item.status).toBe('nobodyActed');
    // The list's own mail bounces too: it waits, and does not ask itself for ever.
    expect(bounce('quality-manager', life)).toEqual([]);
    expect(life.item.status).toBe('nobodyActed');
    expect(bounce('quality-manager', life)).toEqual([]);
    expect(life.last.changed).toBe(false);
  });

  it('goes where nobody there leads, unless somebody was reached and kept silent', () => {
    const definition = define([
      ask('work', [{ to: [person('repairer-a')], within: elapsed(10) }, { to: [person('engineering-head')] }], {
        exhausted: 'done',
        unreached: 'above',
      }),
      ask('above', [{ to: [person('site-director')] }]),
      end('done'),
    ]);
    const unreached = file(monday, { definition });
    expect(bounce('repairer-a', unreached)).toEqual(['raised engineering-head 1 -']);
    expect(bounce('engineering-head', unreached)).toEqual(['asked site-director 0 -']);
    expect(unreached.timeline).toContainEqual(expect.objectContaining({ type: 'exhausted', unreached: true }));
    const silent = file(monday, { definition });
    silent.wait(monday + HOUR);
    bounce('engineering-head', silent);
    expect(silent.item).toMatchObject({ step: 'done', status: 'closed' });
    expect(silent.timeline.find(({ type }) => type === 'exhausted')).not.toHaveProperty('unreached');
  });

  it('takes no notice of a mail of an earlier asking, of somebody not asked, or of a lower level once the next was asked', () => {
    const life = file(monday);
    const first = life.item.ask?.id ?? 0;
    expect(bounce('site-director', life)).toEqual([]);
    expect(life.last.changed).toBe(false);
    life.next();
    expect(bounce('repairer-a', life)).toEqual([]);
    life.act('engineering-head', 'acknowledge', {});
    expect(life.happen({ type: 'undeliverable', person: 'engineering-head', ask: first })).toEqual([]);
    expect(life.last.changed).toBe(false);
  });
});

describe('levels', () => {
  const ladder = (levels: Level[], more: Parameters<typeof ask>[2] = {}): Definition =>
    define([ask('work', levels, more), end('done')]);
  const head = person('engineering-head');
  const boss = person('general-manager');

  it('asks a level again as often as it repeats, then the next', () => {
    const life = file(monday, {
      definition: ladder([{ to: [head], within: elapsed(10), repeat: 2 }, { to: [boss] }], { exhausted: 'done' }),
    });
    expect(life.mails()).toEqual(['asked engineering-head 0 11-23 09:10']);
    expect(life.wait(monday + HOUR)).toEqual([
      '11-23 09:10 asked engineering-head 0 11-23 09:20',
      '11-23 09:20 asked engineering-head 0 11-23 09:30',
      '11-23 09:30 raised general-manager 1 -',
    ]);
    expect(life.timeline.filter((entry) => entry.type === 'asked').map((entry) => entry.again)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('reminds while the level waits and no longer than that', () => {
    const reminders = { after: elapsed(3), times: 5 };
    const life = file(monday, {
      definition: ladder([{ to: [head], within: elapsed(10), reminders }, { to: [boss] }], { exhausted: 'done' }),
    });
    expect(life.wait(monday + HOUR)).toEqual([
      '11-23 09:03 reminder engineering-head 0 11-23 09:10',
      '11-23 09:06 reminder engineering-head 0 11-23 09:10',
      '11-23 09:09 reminder engineering-head 0 11-23 09:10',
      '11-23 09:10 raised general-manager 1 -',
    ]);
  });

  it('expires one period after the last reminder when it has no limit of its own', () => {
    const reminders = { after: workingDayAt(1, '10:00'), times: 2 };
    const life = file(monday, {
      definition: ladder([{ to: [head], reminders }, { to: [boss] }], { exhausted: 'done' }),
    });
    expect(life.wait(at('2026-12-01', '09:00'))).toEqual([
      '11-24 10:00 reminder engineering-head 0 -',
      '11-25 10:00 reminder engineering-head 0 11-26 10:00',
      '11-26 10:00 raised general-manager 1 -',
    ]);
  });

  it('names others out of hours, by the calendar at the moment of asking', () => {
    const definition = ladder([
      { to: [head], outside: [boss], within: elapsed(60) },
      { to: [head], outside: [boss] },
    ]);
    expect(file(at('2026-11-23', '17:30'), { definition }).mails()).toEqual(['asked engineering-head 0 11-23 18:30']);
    expect(file(at('2026-11-23', '17:30'), { definition }).next()).toEqual(['raised general-manager 1 -']);
    expect(file(at('2026-11-23', '12:00'), { definition }).mails()).toEqual(['asked general-manager 0 11-23 13:00']);
    expect(file(at('2026-10-02', '10:00'), { definition }).mails()).toEqual(['asked general-manager 0 10-02 11:00']);
    expect(file(at('2026-10-10', '10:00'), { definition }).mails()).toEqual(['asked engineering-head 0 10-10 11:00']);
  });

  it('is left only when all of its people have confirmed, and reminds those who have not', () => {
    const definition = ladder(
      [
        { to: [head, boss], all: true, within: elapsed(60), reminders: { after: elapsed(20), times: 1 } },
        { to: [person('site-director')] },
      ],
      {
        actions: [
          { action: 'approve', next: 'done' },
          { action: 'decline', next: 'done' },
        ],
      },
    );
    const life = file(monday, { definition });
    life.act('engineering-head', 'approve', {}, monday + MINUTE);
    expect(life.item).toMatchObject({ step: 'work', endedAt: null, ask: { due: monday + HOUR } });
    expect(life.next()).toEqual(['reminder general-manager 0 11-23 10:00']);
    life.act('site-director', 'approve', {});
    expect(life.item.endedAt).toBeNull();
    life.act('general-manager', 'approve', {});
    expect(life.item.status).toBe('closed');

    const declined = file(monday, { definition });
    declined.act('engineering-head', 'decline', { reason: '不同意' });
    expect(declined.item.status).toBe('closed');

    const late = file(monday, { definition });
    late.act('engineering-head', 'approve', {}, monday + MINUTE);
    expect(late.wait(monday + HOUR)).toEqual([
      '11-23 09:20 reminder general-manager 0 11-23 10:00',
      '11-23 10:00 raised site-director 1 -',
    ]);
    late.act('site-director', 'approve', {});
    expect(late.item.status).toBe('closed');
  });

  it('needs no confirmation of somebody who was not reached, and climbs when nobody else is left to confirm', () => {
    const definition = ladder([{ to: [head, boss], all: true }, { to: [person('site-director')] }], {
      actions: [{ action: 'approve', next: 'done' }],
    });
    const first = file(monday, { definition });
    first.happen({ type: 'undeliverable', person: 'general-manager', ask: first.item.ask?.id ?? null });
    first.act('engineering-head', 'approve', {});
    expect(first.item.status).toBe('closed');

    const second = file(monday, { definition });
    second.act('engineering-head', 'approve', {});
    expect(
      second.happen({ type: 'undeliverable', person: 'general-manager', ask: second.item.ask?.id ?? null }),
    ).toEqual(['raised site-director 1 -']);
  });

  it('goes to its target when the last has expired; one that leads to itself waits', () => {
    const once = file(monday, { definition: ladder([{ to: [head], within: workingDays(0) }], { exhausted: 'done' }) });
    expect(once.wait(monday + DAY)).toEqual([]);
    expect(once.item.status).toBe('closed');
    const self = file(monday, { definition: ladder([{ to: [head], within: elapsed(5) }], { exhausted: 'work' }) });
    expect(self.next()).toEqual([]);
    expect(self.happened()).toEqual(['exhausted']);
    expect(nextDue(self.item)).toMatchObject({ what: 'clock' });
  });
});
