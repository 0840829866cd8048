import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#domain/time';
import { at } from '#test/support/estate';
import { file, type Life } from '#test/support/life';

const monday = at('2026-11-23', '09:00');
const deadlines = ({ item: { clocks } }: Life) => [clocks.reply?.deadline, clocks.resolve?.deadline];

/** Filed on Monday at nine and acknowledged ten minutes later: reply by Tuesday 18:00, resolve by Wednesday 18:00. */
function acknowledged(category?: string): Life {
  const life = file(monday, { category });
  life.act('repairer-a', 'acknowledge', {}, monday + 10 * MINUTE);
  return life;
}

describe('limits by severity, filed on Monday at nine', () => {
  it.each([
    ['lift-trapped', '11-23 09:05', ['2026-11-23 09:15', '2026-11-23 13:00']],
    ['water-leak', '11-23 09:15', ['2026-11-23 10:00', '2026-11-24 09:00']],
    ['staff-attitude', '11-23 10:00', ['2026-11-23 14:30', '2026-11-24 18:00']],
    ['corridor-light', '11-23 14:30', ['2026-11-24 18:00', '2026-11-25 18:00']],
    ['greening-pests', '11-24 18:00', ['2026-11-25 18:00', '2026-11-30 18:00']],
  ])('%s', (category, acknowledge, [reply = '', resolve = '']) => {
    const life = file(monday, { category });
    expect(life.mails().at(-1)).toMatch(new RegExp(`^asked .* 0 ${acknowledge}$`));
    const instant = (text: string) => at(text.slice(0, 10), text.slice(11));
    expect(deadlines(life)).toEqual([instant(reply), instant(resolve)]);
  });
});

describe('filed on the eve of a holiday', () => {
  it('normal, National Day 2026: the make-up Saturday is a working day, the seven days are not', () => {
    const life = file(at('2026-09-30', '17:00'));
    expect(life.mails()).toEqual(['resident received', 'asked repairer-a 0 10-08 12:00']);
    expect(deadlines(life)).toEqual([at('2026-10-08', '18:00'), at('2026-10-09', '18:00')]);
    expect(life.wait(at('2026-10-12', '09:00'))).toEqual([
      '10-08 12:00 raised engineering-head 1 10-08 17:30',
      '10-08 17:30 raised site-director 2 10-09 14:00',
      '10-09 14:00 raised quality-manager 3 -',
      '10-09 14:00 raised general-manager 3 -',
      '10-10 09:00 reminder quality-manager 3 -',
      '10-10 09:00 reminder general-manager 3 -',
      '10-12 09:00 reminder quality-manager 3 -',
      '10-12 09:00 reminder general-manager 3 -',
    ]);
  });

  it('low, National Day 2026: five working days end on the Wednesday after the make-up Saturday', () => {
    const life = file(at('2026-09-30', '17:00'), { category: 'greening-pests' });
    expect(life.mails()).toContain('asked cleaning-lead 0 10-08 18:00');
    expect(deadlines(life)).toEqual([at('2026-10-09', '18:00'), at('2026-10-13', '18:00')]);
  });

  it('Spring Festival 2026: the eve is itself a make-up Saturday, nine days off follow', () => {
    const normal = file(at('2026-02-14', '16:00'));
    expect(normal.mails()).toContain('asked repairer-a 0 02-24 11:00');
    expect(deadlines(normal)).toEqual([at('2026-02-24', '18:00'), at('2026-02-25', '18:00')]);
    const low = file(at('2026-02-14', '16:00'), { category: 'greening-pests' });
    expect(low.mails()).toContain('asked cleaning-lead 0 02-24 18:00');
    // Tue 24, Wed 25, Thu 26, Fri 27 and the make-up Saturday 28.
    expect(deadlines(low)).toEqual([at('2026-02-25', '18:00'), at('2026-02-28', '18:00')]);
  });

  it('an emergency does not wait for the holiday to end', () => {
    const life = file(at('2026-10-02', '03:00'), { category: 'lift-trapped' });
    expect(life.mails().at(-1)).toBe('asked repairer-a 0 10-02 03:05');
  });
});

describe('acknowledgement', () => {
  it('stops the acknowledge clock only; reply and resolve run from filing', () => {
    const life = acknowledged();
    expect(life.item).toMatchObject({ status: 'inProgress', owner: 'repairer-a', level: 0, ask: { due: null } });
    expect(deadlines(life)).toEqual([at('2026-11-24', '18:00'), at('2026-11-25', '18:00')]);
    expect(life.mails()).toEqual(['nextStep repairer-a 0 -']);
  });

  it('and then nothing: the reply deadline asks the head, each level has the acknowledge limit, the owner hears of it', () => {
    const life = acknowledged();
    expect(life.wait(at('2026-11-26', '09:00'))).toEqual([
      '11-24 18:00 raised engineering-head 1 11-25 14:30',
      '11-24 18:00 overdue repairer-a 0 -',
      '11-25 14:30 raised site-director 2 11-26 09:30',
      '11-25 18:00 raised quality-manager 3 -',
      '11-25 18:00 raised general-manager 3 -',
      '11-25 18:00 overdue repairer-a 0 -',
      '11-26 09:00 reminder quality-manager 3 -',
      '11-26 09:00 reminder general-manager 3 -',
    ]);
  });

  it('of an overdue complaint is not the end of it: the next level hears when nothing follows', () => {
    const life = acknowledged('lift-trapped');
    life.wait(monday + 15 * MINUTE);
    expect(life.item.level).toBe(1);
    life.act('engineering-head', 'acknowledge', {});
    expect(life.item).toMatchObject({ owner: 'engineering-head', level: 1, ask: { due: monday + 20 * MINUTE } });
    expect(life.next()).toEqual(['raised site-director 2 11-23 09:25']);
    // A promise takes the place of the missed reply: no more is asked of anybody until it is due.
    life.act('engineering-head', 'promise', { at: monday + 3 * HOUR, told: '正在抢修' });
    expect(life.wait(monday + 3 * HOUR - 1)).toEqual([]);
    expect(life.wait(monday + 3 * HOUR)).toEqual([
      '11-23 12:00 raised quality-manager 3 -',
      '11-23 12:00 raised general-manager 3 -',
      '11-23 12:00 overdue engineering-head 0 -',
    ]);
  });

  it('of the top, and then nothing: asked again, reminded, and in the end on the list', () => {
    const life = acknowledged('lift-trapped');
    life.wait(monday + 4 * HOUR);
    expect(life.item.level).toBe(3);
    life.act('general-manager', 'acknowledge', {}, monday + 5 * HOUR);
    expect(life.wait(at('2026-12-31', '09:00')).filter((line) => line.includes('general-manager'))).toEqual([
      '11-23 14:05 raised general-manager 3 -',
      '11-24 09:00 reminder general-manager 3 -',
      '11-25 09:00 reminder general-manager 3 -',
      '11-26 09:00 reminder general-manager 3 -',
      '11-27 09:00 reminder general-manager 3 -',
      '11-30 09:00 reminder general-manager 3 12-01 09:00',
    ]);
    expect(life.item.status).toBe('nobodyActed');
  });
});

describe('a promise', () => {
  const promised = () => {
    const life = acknowledged();
    life.act('repairer-a', 'promise', { at: at('2026-11-26', '10:00'), told: '周四上午答复' }, monday + HOUR);
    return life;
  };

  it('replaces the reply deadline, never the resolve deadline, and the resident is told', () => {
    const life = promised();
    expect(life.mails()).toEqual(['resident promised']);
    expect(deadlines(life)).toEqual([at('2026-11-26', '10:00'), at('2026-11-25', '18:00')]);
  });

  it('kept, at the very instant too', () => {
    const life = promised();
    life.act('repairer-a', 'resolve', { done: '换灯', told: '修好了' }, at('2026-11-26', '10:00'));
    expect(life.happened()).toContain('kept');
    expect(life.item.promises).toEqual({ kept: 1, broken: 0 });
    expect(life.item.clocks.reply).toMatchObject({ metAt: at('2026-11-26', '10:00'), missedAt: null });
    expect(life.item.clocks.resolve?.missedAt).not.toBeNull();
  });

  it('broken, asks the superior and tells the owner', () => {
    const life = acknowledged();
    life.act('repairer-a', 'promise', { at: at('2026-11-24', '10:00'), told: '明早答复' });
    expect(life.next()).toEqual(['raised engineering-head 1 11-24 15:30', 'overdue repairer-a 0 -']);
    expect(life.last.entries).toMatchObject([
      { type: 'missed', clock: 'reply', promised: true },
      { type: 'raised', why: 'promiseBroken', clock: 'reply' },
      { type: 'asked' },
    ]);
    expect(life.item.promises).toEqual({ kept: 0, broken: 1 });
  });

  it('may follow another, and a reply may bring the next; a met reply is open again', () => {
    const life = promised();
    life.act('repairer-a', 'reply', { told: '等配件', nextReplyAt: at('2026-11-27', '10:00') });
    expect(life.mails()).toEqual(['resident replied']);
    expect(life.happened()).toEqual(['acted', 'kept', 'told']);
    expect(life.item.clocks.reply).toMatchObject({ promised: at('2026-11-27', '10:00'), metAt: null });
    life.act('repairer-a', 'reply', { told: '配件到了' });
    expect(life.item.clocks.reply?.metAt).toBe(life.now);
    life.act('repairer-a', 'promise', { at: life.now + DAY, told: '明天装好' });
    expect(life.item.clocks.reply).toMatchObject({ promised: life.now + DAY, metAt: null, missedAt: null });
  });

  it('made after the deadline but before its timer does not hide that it was missed, and kept is only what was in time', () => {
    const life = acknowledged();
    const late = at('2026-11-24', '18:00') + MINUTE;
    life.act('repairer-a', 'promise', { at: late + HOUR, told: '马上答复' }, late);
    expect(life.happened()).toEqual(['acted', 'missed', 'told']);
    life.act('repairer-a', 'reply', { told: '好了' }, late + HOUR + 1);
    expect(life.happened()).toEqual(['acted', 'missed', 'told']);
    expect(life.last.entries[1]).toMatchObject({ clock: 'reply', promised: true });
    expect(life.item.promises).toEqual({ kept: 0, broken: 1 });
  });

  it('escalates where the step watches nothing too: a desk that promised while verifying', () => {
    const life = file(monday, { verified: false });
    expect(life.mails()).toContain('asked customer-centre-clerk-a 0 11-23 14:30');
    life.act('customer-centre-clerk-a', 'promise', { at: monday + 2 * HOUR, told: '两小时内答复' });
    expect(life.item).toMatchObject({ step: 'verify', owner: 'customer-centre-clerk-a', ask: { due: null } });
    expect(life.next()).toEqual(['raised customer-centre-head 1 11-23 16:30', 'overdue customer-centre-clerk-a 0 -']);
  });
});

describe('a pause', () => {
  it('stops the resolve clock and gives back what was left; the reply clock goes on', () => {
    const life = acknowledged('water-leak');
    life.act('repairer-a', 'pause', { reason: '等配件', until: monday + 2 * DAY }, monday + 20 * MINUTE);
    expect(life.item).toMatchObject({ status: 'paused', pause: { status: 'inProgress' } });
    expect(life.next()).toEqual(['raised engineering-head 1 11-23 10:15', 'overdue repairer-a 0 -']);
    life.act('engineering-head', 'reply', { told: '配件明天到' }, monday + HOUR);
    expect(life.item.ask?.due).toBeNull();
    life.act('repairer-a', 'resume', {}, monday + DAY);
    expect(life.item).toMatchObject({ status: 'inProgress', pause: null });
    expect(life.item.clocks.resolve?.deadline).toBe(monday + DAY + DAY - 20 * MINUTE);
    expect(life.item.clocks.resolve?.pauses).toEqual([{ from: monday + 20 * MINUTE, to: monday + DAY }]);
  });

  it('ends at its cap however late that is noticed, and whoever paused is told', () => {
    const life = acknowledged();
    const until = at('2026-11-24', '10:00');
    life.act('repairer-a', 'pause', { reason: '等配件', until });
    expect(life.happen({ type: 'timer' }, at('2026-11-24', '15:00'))).toEqual(['reminder repairer-a 0 -']);
    expect(life.happened()).toEqual(['resumed', 'status']);
    expect(life.item.clocks.resolve?.pauses).toEqual([{ from: monday + 10 * MINUTE, to: until }]);
    expect(life.item.clocks.resolve?.deadline).toBe(at('2026-11-27', '18:00'));
  });

  it('ends with the step: the next owner is not paused', () => {
    const life = acknowledged();
    life.act('repairer-a', 'pause', { reason: '等配件', until: monday + DAY });
    life.act('repairer-a', 'handOver', { to: 'repairer-b' }, monday + HOUR);
    expect(life.item).toMatchObject({ status: 'assigned', pause: null, owner: 'repairer-b' });
    life.act('repairer-b', 'acknowledge', {});
    expect(life.item.status).toBe('inProgress');
  });

  it('of an overdue complaint does not let it sleep for good', () => {
    const life = acknowledged();
    life.wait(at('2026-11-25', '18:00'));
    life.act('general-manager', 'pause', { reason: '等审批', until: life.now + DAY });
    life.act('general-manager', 'reply', { told: '等审批' });
    expect(life.wait(life.now + DAY)).toEqual(['11-26 18:00 reminder repairer-a 0 -']);
    expect(life.item.ask).toMatchObject({ timer: 0, due: at('2026-11-27', '14:30') });
  });
});

describe('a hand-over', () => {
  it('gives the next one the acknowledge limit and leaves clocks and level', () => {
    const life = acknowledged();
    life.wait(at('2026-11-24', '18:00'));
    const before = deadlines(life);
    life.act('engineering-head', 'handOver', { to: 'repairer-b' }, at('2026-11-25', '09:00'));
    expect(life.mails()).toEqual(['handedOver repairer-b 0 11-25 14:30']);
    expect(life.item).toMatchObject({ level: 1, owner: 'repairer-b', step: 'accept' });
    expect(deadlines(life)).toEqual(before);
    // Missed already: who took over has the acknowledge limit to promise, reply or finish.
    life.act('repairer-b', 'acknowledge', {}, at('2026-11-25', '10:00'));
    expect(life.item.ask?.due).toBe(at('2026-11-25', '15:30'));
    expect(life.next()).toEqual(['raised site-director 2 11-26 10:30']);
  });
});
