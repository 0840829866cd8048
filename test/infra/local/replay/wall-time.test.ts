import { describe, expect, it } from 'vitest';
import { isoWeekday } from '#domain/time';
import { instantLater, readWallTime, weeksInto } from '#local/replay/wall-time';
import { at } from '#test/support/estate';

describe('wall-clock times of the file', () => {
  it.each([
    ['12/31/2017 11:59:58 PM', { date: '2017-12-31', time: '23:59', second: 58 }],
    ['12/27/2017 12:00:00 AM', { date: '2017-12-27', time: '00:00', second: 0 }],
    ['12/27/2017 12:30:01 PM', { date: '2017-12-27', time: '12:30', second: 1 }],
    ['', null],
    ['2017-12-27 12:30', null],
  ])('%j', (text, wall) => {
    expect(readWallTime(text)).toEqual(wall);
  });

  it('are read in the site’s zone, whole weeks later', () => {
    const wall = { date: '2017-12-27', time: '13:36', second: 22 };
    expect(instantLater(wall, 417, 'Asia/Shanghai')).toBe(at('2025-12-24', '13:36') + 22_000);
    expect(isoWeekday('2017-12-27')).toBe(isoWeekday('2025-12-24'));
  });
});

describe('weeks into the known calendar', () => {
  it('is the same time of the latest year that ends inside it', () => {
    expect(weeksInto('2017-12-20', '2026-12-31')).toBe(470);
    expect(weeksInto('2018-10-13', '2026-12-31')).toBe(417);
  });
  it('is none for dates that are late already', () => {
    expect(weeksInto('2026-06-01', '2026-12-31')).toBe(0);
  });
});
