import { describe, expect, test } from 'vitest';
import { zoneWords } from '#domain/zone-words';

const winter = Date.parse('2026-01-15T12:00:00Z');
const summer = Date.parse('2026-07-15T12:00:00Z');

describe('a zone in words', () => {
  test.each([
    ['Asia/Shanghai', winter, '上海（UTC+8）', 'Shanghai (UTC+8)'],
    ['Europe/London', winter, '伦敦（UTC+0）', 'London (UTC+0)'],
    ['Europe/London', summer, '伦敦（UTC+1）', 'London (UTC+1)'],
    ['America/Los_Angeles', summer, '洛杉矶（UTC-7）', 'Los Angeles (UTC-7)'],
    ['Asia/Kolkata', winter, '印度（UTC+5:30）', 'Kolkata (UTC+5:30)'],
    ['Africa/Nairobi', winter, '肯尼亚（UTC+3）', 'Nairobi (UTC+3)'],
    ['nowhere/At_all', winter, 'nowhere/At_all', 'nowhere/At_all'],
  ])('%s', (zone, at, zh, en) => {
    expect(zoneWords(zone, at, 'zh-CN')).toBe(zh);
    expect(zoneWords(zone, at, 'en')).toBe(en);
  });

  test('no two zones of the list read the same in Chinese or are left in English', () => {
    const read = Intl.supportedValuesOf('timeZone').map((zone) => zoneWords(zone, winter, 'zh-CN'));
    expect(new Set(read).size).toBe(read.length);
    expect(
      read.filter((words) => !/^\p{Script=Han}/u.test(words) && !words.startsWith('UTC') && !words.startsWith('GMT')),
    ).toEqual([]);
  });
});
