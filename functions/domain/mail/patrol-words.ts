import type { PatrolState } from '../patrol/patrol.ts';
import type { Language } from '../text.ts';
import { localTime } from '../time.ts';
import type { Entry } from '../workflow/entry.ts';

/** How the reader is spoken to. */
export interface Saying {
  language: Language;
  /** Of the site. */
  zone: string;
}

/** "22:00 to 05:00, 9 points" of the night's walk. */
export function walkWords({ starts, ends, points }: PatrolState, { language, zone }: Saying): string {
  const [from, to] = [localTime(starts, zone), localTime(ends, zone)];
  if (language === 'zh-CN') return `${from} 至 ${to}，${points.length} 个点`;
  return `${from} to ${to}, ${points.length} ${points.length === 1 ? 'point' : 'points'}`;
}

/** "East gate (by 22:30), Garage (by 02:45)": of all that were missed at once. */
export const missedPoints = (
  entry: Extract<Entry, { type: 'pointsMissed' }> | undefined,
  { language, zone }: Saying,
): string =>
  (entry?.points ?? [])
    .map(({ name, to }) =>
      language === 'en' ? `${name.en} (by ${localTime(to, zone)})` : `${name['zh-CN']}（${localTime(to, zone)} 前）`,
    )
    .join(language === 'en' ? ', ' : '、');
