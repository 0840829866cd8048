import type { Language } from './text.ts';
import type { Instant } from './time.ts';

/** Cities whose zone Chinese readers know by the city; of the others they read the country or place that CLDR names. */
const CITIES: Record<string, string> = {
  'Asia/Shanghai': '上海',
  'Asia/Urumqi': '乌鲁木齐',
  'Asia/Hong_Kong': '香港',
  'Asia/Macau': '澳门',
  'Asia/Taipei': '台北',
  'Asia/Tokyo': '东京',
  'Asia/Seoul': '首尔',
  'Asia/Singapore': '新加坡',
  'Asia/Bangkok': '曼谷',
  'Asia/Dubai': '迪拜',
  'Australia/Sydney': '悉尼',
  'Europe/London': '伦敦',
  'Europe/Paris': '巴黎',
  'Europe/Berlin': '柏林',
  'Europe/Moscow': '莫斯科',
  'America/New_York': '纽约',
  'America/Los_Angeles': '洛杉矶',
  'America/Toronto': '多伦多',
};

/** An IANA zone as people say it, with its offset at the instant: "Shanghai (UTC+8)", "上海（UTC+8）". An unknown zone stays as it is. */
export function zoneWords(zone: string, at: Instant, language: Language): string {
  const offset = partOf(zone, at, 'en', 'shortOffset')
    ?.replace(/^(GMT|UTC)$/, 'UTC+0')
    .replace(/^GMT/, 'UTC');
  if (offset === undefined) return zone;
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  if (language === 'en') return `${city} (${offset})`;
  const place = CITIES[zone] ?? partOf(zone, at, 'zh-CN', 'shortGeneric')?.replace(/时间$/, '');
  return `${place ?? city}（${offset}）`;
}

function partOf(timeZone: string, at: Instant, locale: string, timeZoneName: 'shortOffset' | 'shortGeneric') {
  try {
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(at);
    return parts.find(({ type }) => type === 'timeZoneName')?.value;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
