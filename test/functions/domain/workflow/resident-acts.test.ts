import { describe, expect, it } from 'vitest';
import { elapsed } from '#domain/limit';
import { HOUR, MINUTE } from '#domain/time';
import { type ResidentAct, residentInputs } from '#domain/workflow/resident-act';
import { MOST_JOINED, offeredToResident } from '#domain/workflow/resident-acts';
import { at, complaint } from '#test/support/estate';
import { file, type Life } from '#test/support/life';

const monday = at('2026-11-23', '09:00');
const clerk = 'customer-centre-clerk-a';
const nudge: ResidentAct = { name: 'nudge', input: {} };
const adds: ResidentAct = { name: 'information', input: { text: '现在楼下也黑了' } };
const judges = (verdict: 'solved' | 'partly' | 'notSolved', opinion?: string): ResidentAct => ({
  name: 'verdict',
  input: { verdict, score: 2, ...(opinion && { opinion }) },
});
const does = (life: Life, act: ResidentAct, now = life.now, report: string | null = null) =>
  life.happen({ type: 'resident', act, report }, now);
const offers = (life: Life, report: string | null = null) =>
  offeredToResident(life.item, life.definition, report, life.now);
const resolved = () => {
  const life = file(monday);
  life.act('repairer-a', 'acknowledge', {});
  life.act('repairer-a', 'resolve', { done: '换灯', told: '已修好' });
  return life;
};
const joining = (id: string, email: string | null = `${id}@resident.example`) => {
  const { intake } = complaint(monday);
  const reporter = { ...intake.reporter, name: 'B', email, phone: '13900000000' };
  const report = { id, number: `EL-${id}`, reply: elapsed(60), intake: { ...intake, description: '楼道黑', reporter } };
  return { type: 'joined', report } as const;
};
const toWhom = (life: Life) =>
  life.last.effects.map((effect) =>
    effect.type === 'mailResident' ? [effect.template, effect.report, effect.told] : [],
  );

describe('a nudge', () => {
  it.each([
    ['before anybody owns it', () => file(monday, { verified: false }), [clerk, 'customer-centre-head']],
    ['of the owner who has not answered', () => file(monday), ['repairer-a', 'engineering-head']],
    [
      'of the owner at work',
      () => {
        const life = file(monday);
        life.act('repairer-a', 'acknowledge', {});
        return life;
      },
      ['repairer-a', 'engineering-head'],
    ],
    [
      'after one level up',
      () => {
        const life = file(monday);
        life.next();
        return life;
      },
      ['repairer-a', 'site-director'],
    ],
    [
      'when it is on the list of what nobody acted on',
      () => {
        const life = file(monday);
        while (life.item.status !== 'nobodyActed') life.next();
        return life;
      },
      ['quality-manager'],
    ],
  ])('%s tells who works on it and the level above', (_, made, people) => {
    const life = made();
    const { level, ask } = life.item;
    does(life, nudge);
    expect(life.last.entries.at(-1)).toMatchObject({ type: 'nudged', people, by: 'resident' });
    expect(life.last.effects.map((effect) => effect.type === 'mail' && [effect.reason, effect.to])).toEqual(
      people.map((person) => ['nudged', person]),
    );
    expect(life.item.level).toBe(level);
    expect(life.item.ask).toEqual(ask);
  });

  it('comes once in four hours, to the minute', () => {
    const life = file(monday);
    expect(does(life, nudge)).toHaveLength(2);
    expect(offers(life)).toMatchObject({ nudge: false, nudgeFrom: monday + 4 * HOUR });
    expect(does(life, nudge, monday + 4 * HOUR - MINUTE)).toEqual([]);
    expect(life.last.changed).toBe(false);
    expect(does(life, nudge, monday + 4 * HOUR)).toHaveLength(2);
  });

  it('is not offered while the verdict is waited for, nor after the end', () => {
    const life = resolved();
    expect(offers(life)).toMatchObject({ nudge: false, nudgeFrom: null, verdict: true });
    expect(does(life, nudge)).toEqual([]);
    does(life, judges('solved'));
    expect(offers(life)).toEqual({ nudge: false, nudgeFrom: null, information: false, verdict: false, visited: false });
    for (const act of [nudge, adds, judges('notSolved')]) expect(does(life, act)).toEqual([]);
    expect(life.item.status).toBe('closed');
  });
});

describe('more information', () => {
  it('goes to whoever works on it', () => {
    const life = file(monday);
    expect(does(life, adds)).toEqual(['information repairer-a 0 11-23 14:30']);
    expect(life.last.entries).toMatchObject([{ type: 'information', text: '现在楼下也黑了', by: 'resident' }]);
    const waiting = resolved();
    expect(does(waiting, adds)).toEqual([`information ${clerk} 0 11-26 18:00`]);
  });
});

describe('the verdict', () => {
  it('solved closes, not solved goes one level up, partly goes on', () => {
    const solved = resolved();
    expect(does(solved, judges('solved'))).toEqual(['ended repairer-a 0 -']);
    const not = resolved();
    does(not, judges('notSolved'));
    expect(not.item).toMatchObject({ level: 1, reopened: 1, status: 'assigned' });
    const partly = resolved();
    does(partly, judges('partly', '还有一盏'));
    expect(partly.item).toMatchObject({ level: 0, status: 'inProgress', verdict: { opinion: '还有一盏', score: 2 } });
  });

  it('partly must say what is left', () => {
    const parse = (input: unknown) => residentInputs.verdict.safeParse(input).success;
    expect(parse({ verdict: 'partly' })).toBe(false);
    expect(parse({ verdict: 'partly', opinion: '  ' })).toBe(false);
    expect(parse({ verdict: 'partly', opinion: '一盏' })).toBe(true);
    expect(parse({ verdict: 'notSolved' })).toBe(true);
  });
});

describe('a report that joins', () => {
  it('raises nothing and gets a receipt of its own', () => {
    const life = file(monday);
    life.happen(joining('r1'), monday + HOUR);
    expect(toWhom(life)).toEqual([['received', 'r1', null]]);
    expect(life.item).toMatchObject({ level: 0, joined: [{ id: 'r1', replyBy: monday + 2 * HOUR }] });
    expect(life.happen(joining('r1'))).toEqual([]);
    expect(life.last.changed).toBe(false);
  });

  it('of a unit hears that there is news, not what was written to the first reporter', () => {
    const life = file(monday);
    life.happen(joining('r1'));
    life.happen(joining('r2', null));
    life.act('repairer-a', 'reply', { told: '王女士，配件已到' });
    expect(toWhom(life).slice(0, 2)).toEqual([
      ['replied', undefined, '王女士，配件已到'],
      ['news', 'r1', null],
    ]);
    expect(toWhom(life).flat()).not.toContain('r2');
  });

  it('of a public place hears the answer, one address once', () => {
    const life = file(monday, { item: { unit: null, place: '大堂' } });
    for (const [id, email] of [
      ['r1', 'b@resident.example'],
      ['r2', 'B@resident.example'],
      ['r3', complaint(monday).intake.reporter.email],
    ] as const)
      life.happen(joining(id, email));
    life.act('repairer-a', 'resolve', { done: '换灯', told: '已修好' });
    expect(toWhom(life).slice(0, 2)).toEqual([
      ['resolved', undefined, '已修好'],
      ['resolved', 'r1', '已修好'],
    ]);
    expect(toWhom(life).filter(([template]) => template === 'resolved')).toHaveLength(2);
  });

  it('gives an opinion, not the verdict; the desk hears when it is not good', () => {
    const life = file(monday);
    life.happen(joining('r1'));
    life.act('repairer-a', 'resolve', { done: '换灯', told: '已修好' });
    expect(offers(life, 'r1').verdict).toBe(true);
    expect(does(life, judges('notSolved', '还是黑的'), life.now, 'r1')).toEqual([`information ${clerk} 0 11-26 18:00`]);
    expect(life.item).toMatchObject({
      status: 'resolved',
      verdict: null,
      joined: [{ verdict: { verdict: 'notSolved' } }],
    });
    expect(offers(life, 'r1').verdict).toBe(false);
    does(life, judges('notSolved'));
    expect(offers(life, 'r1')).toMatchObject({ verdict: false, nudge: true });
  });

  it('nudges by itself, and an unknown report does nothing', () => {
    const life = file(monday);
    does(life, nudge);
    life.happen(joining('r1'));
    expect(does(life, nudge, life.now, 'r1')).toHaveLength(2);
    expect(does(life, nudge, life.now, 'r1')).toEqual([]);
    for (const act of [nudge, adds, judges('solved')]) expect(does(life, act, life.now, 'nobody')).toEqual([]);
  });

  it('does not join what has ended, nor what is full', () => {
    const life = resolved();
    does(life, judges('solved'));
    expect(life.happen(joining('r1'))).toEqual([]);
    expect(life.item.joined).toEqual([]);
    const full = file(monday);
    for (let n = 0; n < MOST_JOINED + 3; n += 1) full.happen(joining(`r${n}`));
    expect(full.item.joined).toHaveLength(MOST_JOINED);
    full.act('repairer-a', 'reply', { told: '处理中' });
    expect(full.last.effects.length).toBeLessThan(60);
  });
});
