import { describe, expect, it } from 'vitest';
import { elapsed, workingDayAt, workingDays, workingHours } from '#domain/limit';
import { HOUR, MINUTE } from '#domain/time';
import { deadlineWords, durationWords, limitWords, relativeTime, whenWords } from '#domain/words';

const ZONE = 'Asia/Shanghai';
const at = (local: string): number => Date.parse(`${local}+08:00`);
const now = at('2026-11-27T15:30:00');

describe('durationWords', () => {
  it.each([
    [0, 'under 1 min', '不到 1 分钟'],
    [59_999, 'under 1 min', '不到 1 分钟'],
    [45 * MINUTE, '45 min', '45 分钟'],
    [2 * HOUR, '2 h', '2 小时'],
    [2.5 * HOUR, '2 h 30 min', '2 小时 30 分钟'],
    [26.9 * HOUR, '26 h', '26 小时'],
    [76 * HOUR, '3 d 4 h', '3 天 4 小时'],
    [20 * 24 * HOUR, '20 d', '20 天'],
    [-2 * HOUR, '2 h', '2 小时'],
  ])('%i ms', (ms, en, zh) => {
    expect(durationWords(ms, 'en')).toBe(en);
    expect(durationWords(ms, 'zh-CN')).toBe(zh);
  });
});

describe('times', () => {
  it('are named by weekday within six days, by date beyond, by year in another', () => {
    expect(whenWords(at('2026-11-27T17:30:00'), now, ZONE, 'en')).toBe('Fri 17:30');
    expect(whenWords(at('2026-12-03T09:00:00'), now, ZONE, 'zh-CN')).toBe('周四 09:00');
    expect(whenWords(at('2026-12-04T09:00:00'), now, ZONE, 'en')).toBe('Fri 4 Dec 09:00');
    expect(whenWords(at('2026-12-04T09:00:00'), now, ZONE, 'zh-CN')).toBe('12月4日 周五 09:00');
    expect(whenWords(at('2027-01-04T09:00:00'), now, ZONE, 'en')).toBe('Mon 4 Jan 2027 09:00');
    expect(whenWords(at('2027-01-04T09:00:00'), now, ZONE, 'zh-CN')).toBe('2027年1月4日 周一 09:00');
  });
  it('are told in the zone given', () => {
    expect(whenWords(at('2026-11-27T17:30:00'), now, 'Europe/London', 'en')).toBe('Fri 09:30');
  });
  it('are told from now', () => {
    expect(relativeTime(now + 2 * HOUR, now, 'en')).toBe('in 2 h');
    expect(relativeTime(now - 5 * MINUTE, now, 'en')).toBe('5 min ago');
    expect(relativeTime(now - 5 * MINUTE, now, 'zh-CN')).toBe('5 分钟前');
    expect(relativeTime(now + 2 * HOUR, now, 'zh-CN')).toBe('2 小时后');
    expect(relativeTime(now, now, 'zh-CN')).toBe('刚刚');
  });
});

describe('deadlineWords', () => {
  it('says how long and when', () => {
    expect(deadlineWords(now + 2 * HOUR, now, ZONE, 'en')).toBe('in 2 h, Fri 17:30');
    expect(deadlineWords(now + 2 * HOUR, now, ZONE, 'zh-CN')).toBe('还有 2 小时，周五 17:30 前');
  });
  it('says how late', () => {
    expect(deadlineWords(now - 2 * HOUR, now, ZONE, 'en')).toBe('2 h overdue, was due Fri 13:30');
    expect(deadlineWords(now - 2 * HOUR, now, ZONE, 'zh-CN')).toBe('已超时 2 小时，截止时间为周五 13:30');
  });
  it('is overdue from the deadline on', () => {
    expect(deadlineWords(now, now, ZONE, 'en')).toBe('just overdue, was due Fri 15:30');
    expect(deadlineWords(now, now, ZONE, 'zh-CN')).toBe('刚刚超时，截止时间为周五 15:30');
    expect(deadlineWords(now + 1, now, ZONE, 'zh-CN')).toBe('不到 1 分钟，周五 15:30 前');
  });
});

describe('limitWords', () => {
  it.each([
    [elapsed(30), '30 min round the clock', '30 分钟（全天计时）'],
    [elapsed(1440), '24 h round the clock', '24 小时（全天计时）'],
    [elapsed(4320), '3 days round the clock', '3 天（全天计时）'],
    [workingHours(1), '1 working hour', '1 个工作小时'],
    [workingHours(4), '4 working hours', '4 个工作小时'],
    [workingHours(1.5), '1.5 working hours', '1.5 个工作小时'],
    [workingDays(0), 'by close of the same working day', '当日下班前'],
    [workingDays(2), 'by close of the 2nd working day', '第 2 个工作日下班前'],
    [workingDayAt(11, '10:00'), 'by 10:00 on the 11th working day', '第 11 个工作日 10:00 前'],
  ])('%o', (limit, en, zh) => {
    expect(limitWords(limit, 'en')).toBe(en);
    expect(limitWords(limit, 'zh-CN')).toBe(zh);
  });
});
