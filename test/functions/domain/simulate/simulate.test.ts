import { describe, expect, test } from 'vitest';
import { elapsed, workingDays, workingHours } from '#domain/limit';
import { nobodyAnswers, type Rule, type Scripted } from '#domain/simulate/behaviour';
import { deadlinesOf, explainDeadline } from '#domain/simulate/deadlines';
import { simulatedMailView } from '#domain/simulate/mail-view';
import { actorsNow, passOn } from '#domain/simulate/offers';
import { type Given, simulate } from '#domain/simulate/simulate';
import type { Simulated } from '#domain/simulate/simulated';
import { DAY } from '#domain/time';
import { mailRenderer } from '#mail/renderer';
import { at, complaint, facts } from '#test/support/estate';
import { when } from '#test/support/life';
import { defaultComplaint } from '#workflows/default-complaint';

/** The Friday evening before a make-up Sunday, some days before National Day. */
const start = at('2026-09-18', '18:40');

const imagine = (rules: Rule[], change: Partial<Given> & { category?: string; email?: string | null } = {}) => {
  const { category = 'lift-trapped', email, ...more } = change;
  const item = complaint(start, { category });
  if (email !== undefined) item.intake.reporter.email = email;
  return simulate({
    definition: defaultComplaint,
    item,
    facts,
    behaviour: { ...nobodyAnswers, rules },
    until: start + 365 * DAY,
    ...more,
  });
};
const mailsOf = ({ mails }: Simulated): string[] =>
  mails.map(
    ({ at: sent, effect, failed }) =>
      `${when(sent)} ${effect.type === 'mail' ? `${effect.reason} ${effect.to}` : `resident ${effect.template}`}${failed ? ` - ${failed}` : ''}`,
  );
const did = ({ acts }: Simulated): string[] =>
  acts.map((act) => `${when(act.at)} ${act.by} ${'act' in act ? act.act.name : act.action.name}`);

describe('nobody answers', () => {
  test('a trapped lift climbs in minutes, out of hours too, and ends with those whom nobody is above', () => {
    const line = imagine([]);
    expect(mailsOf(line).slice(0, 10)).toEqual([
      '09-18 18:40 resident received',
      '09-18 18:40 informed engineering-head',
      '09-18 18:40 informed site-director',
      '09-18 18:40 asked repairer-a',
      '09-18 18:45 raised engineering-head',
      '09-18 18:50 raised site-director',
      '09-18 18:50 raised duty-manager-a',
      '09-18 18:55 raised quality-manager',
      '09-18 18:55 raised general-manager',
      '09-20 09:00 reminder quality-manager',
    ]);
    expect(line.item.status).toBe('nobodyActed');
    expect(line.next).toBeNull();
    expect(line.cut).toBe(false);
  });

  test('nothing after `until` is there, and what comes next is told', () => {
    const line = imagine([], { until: start + 5 * 60_000 });
    expect(when(line.now)).toBe('09-18 18:45');
    expect(when(line.next)).toBe('09-18 18:50');
  });
});

describe('people act', () => {
  const handled: Rule[] = [
    { does: 'confirm', level: null, after: elapsed(10) },
    { does: 'promise', after: workingHours(1), within: workingHours(4), keeps: true },
    { does: 'resolve', after: workingDays(1) },
    { does: 'verdict', after: elapsed(60), verdict: 'notSolved', times: 1 },
    { does: 'verdict', after: elapsed(60), verdict: 'solved', times: null },
  ];

  test('acknowledged, promised, kept, resolved, not satisfied once, then closed', () => {
    const line = imagine(handled, { category: 'corridor-light' });
    expect(did(line).map((one) => one.split(' ').slice(2).join(' '))).toEqual([
      'repairer-a acknowledge',
      'repairer-a promise',
      'repairer-a reply',
      'repairer-a resolve',
      'resident verdict',
      'repairer-a acknowledge',
      'repairer-a promise',
      'repairer-a reply',
      'repairer-a resolve',
      'resident verdict',
    ]);
    expect(line.item.status).toBe('closed');
    expect(line.item.promises).toEqual({ kept: 2, broken: 0 });
    expect(line.item.reopened).toBe(1);
  });

  test('only the second level answers, forty minutes after it was asked', () => {
    const line = imagine([{ does: 'confirm', level: 1, after: elapsed(40) }], { category: 'water-leak' });
    expect(did(line)[0]).toBe('09-18 19:35 engineering-head acknowledge');
    expect(line.turns.find(({ cause }) => cause.type === 'act')?.item.owner).toBe('engineering-head');
  });

  test('a promise that is not kept is broken', () => {
    const line = imagine(
      [
        { does: 'confirm', level: 0, after: elapsed(1) },
        { does: 'promise', after: elapsed(5), within: elapsed(60), keeps: false },
      ],
      { until: start + 3 * 3_600_000 },
    );
    expect(line.entries.some((entry) => entry.type === 'missed' && entry.promised)).toBe(true);
  });

  test('a resident without e-mail is called, and tells the caller what they think', () => {
    const rules: Rule[] = [...handled.slice(0, 3), { does: 'call', after: elapsed(30), reached: true }];
    const line = imagine([...rules, { does: 'verdict', after: elapsed(60), verdict: 'solved', times: null }], {
      email: null,
    });
    expect(did(line)).toContain('09-18 19:10 customer-centre-clerk-a called');
    expect(did(line).at(-1)).toMatch(/customer-centre-clerk-a verdict$/);
    expect(line.item.status).toBe('closed');
  });

  test('mail that comes back asks the next at once', () => {
    const line = imagine([{ does: 'bounce', to: 'repairer-a' }], { until: start });
    expect(mailsOf(line).slice(3)).toEqual([
      '09-18 18:40 asked repairer-a - refused',
      '09-18 18:40 raised engineering-head',
    ]);
  });
});

describe('clicked through', () => {
  const acknowledge = { by: 'repairer-a', action: { name: 'acknowledge', input: {} } } as const;

  test('what is clicked happens at its time; what is not possible says why and changes nothing', () => {
    const script = [
      { at: start + 60_000, ...acknowledge },
      { at: start + 120_000, by: 'gardener', action: { name: 'resolve', input: { done: 'd', told: 't' } } } as const,
      { at: start + 120_000, ...acknowledge },
    ];
    const line = imagine([], { behaviour: { rules: [], script }, until: start + 120_000 });
    expect(did(line)).toEqual(['09-18 18:41 repairer-a acknowledge']);
    expect(line.refused.map(({ act, why }) => `${act.by} ${why}`)).toEqual([
      'gardener notAllowed',
      'repairer-a notOffered',
    ]);
    expect(line.item.step).toBe('handle');
  });
});

describe('what comes of the line', () => {
  test('deadlines with their end, each explained', () => {
    const line = imagine([{ does: 'confirm', level: 0, after: elapsed(10) }], {
      category: 'corridor-light',
      until: start + 10 * DAY,
    });
    const [first, ...others] = deadlinesOf(line);
    expect(first && [first.what, when(first.at), first.outcome, when(first.ended)]).toEqual([
      'level',
      '09-20 14:30',
      'met',
      '09-18 18:50',
    ]);
    expect(others.find(({ what }) => what === 'reply')?.outcome).toBe('missed');
    // The Sunday is worked for the holidays to come.
    expect(first && explainDeadline(first, facts.calendar)?.opened.map(({ makeUp }) => makeUp)).toEqual([true]);
  });

  test('each step on the way, those that do not wait too', () => {
    expect(imagine([]).turns[0]?.path).toEqual([
      'received',
      'is-repeat',
      'is-major',
      'report-major',
      'is-verified',
      'assign',
      'accept',
    ]);
  });

  test('a mail in the words it would have, in either language', () => {
    const line = imagine([]);
    const raised = line.mails.find(({ effect }) => effect.type === 'mail' && effect.reason === 'raised');
    if (!raised) throw new Error('nothing was raised');
    const given = { definition: defaultComplaint, facts };
    const words = (['zh-CN', 'en'] as const).map((language) => {
      const mail = simulatedMailView(line, raised, given, '#', mailRenderer.line, language);
      return mail?.to === 'staff' ? mailRenderer.staff(mail.view, null).text : '';
    });
    expect(words[0]).toContain('维修工甲');
    expect(words[1]).toContain('Repairer A');
  });

  test('a definition that never rests is cut', () => {
    const loop = { ...defaultComplaint, start: 'w' };
    const definition = {
      ...loop,
      steps: [
        ...loop.steps,
        { id: 'w', type: 'wait' as const, label: { 'zh-CN': 'w', en: 'w' }, for: elapsed(1), next: 'w' },
      ],
    };
    const line = imagine([], { definition, most: 50 });
    expect([line.turns.length, line.cut]).toEqual([50, true]);
  });
});

describe('clicked through', () => {
  const given = { definition: defaultComplaint, facts };
  const clicked = (script: Scripted[]) => imagine([], { behaviour: { rules: [], script }, until: start + 10 * 60_000 });

  test('the owner may hand over or bring in another department, and either is done as it is done really', () => {
    const taken: Scripted = { by: 'repairer-a', action: { name: 'acknowledge', input: {} }, at: start + 60_000 };
    const line = clicked([taken]);
    const owner = actorsNow(line.item, given, line.now).find(({ who }) => who === 'repairer-a');
    expect(owner?.passes).toEqual(['handOver', 'bringIn']);
    expect(owner?.acts.map((act) => ('action' in act ? act.action.name : ''))).not.toContain('handOver');
    const later = start + 2 * 60_000;
    const handed = clicked([taken, { ...passOn('handOver', 'repairer-a', 'repairer-b', line.item), at: later }]);
    expect(handed.acts).toHaveLength(2);
    expect(handed.item.owner).toBe('repairer-b');
    const joined = clicked([taken, { ...passOn('bringIn', 'repairer-a', 'security', line.item), at: later }]);
    expect(joined.acts).toHaveLength(2);
    expect(mailsOf(joined).length).toBeGreaterThan(mailsOf(line).length);
  });

  test('nobody passes on what is not theirs to pass on', () => {
    const line = clicked([]);
    expect(actorsNow(line.item, given, line.now).find(({ who }) => who === 'resident')?.passes ?? []).toEqual([]);
    const ended = imagine([
      { does: 'confirm', level: null, after: elapsed(5) },
      { does: 'resolve', after: elapsed(10) },
    ]);
    expect(ended.item.endedAt).not.toBeNull();
    expect(actorsNow(ended.item, given, ended.now).flatMap(({ passes }) => passes)).toEqual([]);
  });
});
