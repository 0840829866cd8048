import type { Calendar } from '#domain/calendar';
import type { Routing } from '#domain/routing';
import type { Language } from '#domain/text';
import { type Key, useWords } from '../../i18n/language.ts';
import { beforeNationalDay, nextMonday, type Scene, tonight } from './scene.ts';

/** A moment and a kind of complaint worth trying; the third building where there are three. */
const kinds: { key: Key; category: string; building: number; at: typeof beforeNationalDay }[] = [
  { key: 'sim.atNationalDay', category: 'lift-trapped', building: 2, at: beforeNationalDay },
  { key: 'sim.atMonday', category: 'water-leak', building: 0, at: nextMonday },
  { key: 'sim.atNight', category: 'corridor-light', building: 1, at: tonight },
  { key: 'sim.atMonday', category: 'fees', building: 0, at: nextMonday },
];

export interface ScenePreset {
  key: string;
  label: string;
  change: Pick<Scene, 'category' | 'building' | 'moment'>;
}

/** Those that make sense with the site's categories and buildings. */
export function useScenePresets(
  routing: Routing,
  buildings: readonly { id: string; name: Record<Language, string> }[],
  now: number,
  calendar: Calendar,
): ScenePreset[] {
  const { t, language } = useWords();
  return kinds.flatMap(({ key, category, building, at }) => {
    const found = routing.categories.find(({ id, active }) => id === category && active);
    if (!found) return [];
    const where = buildings[building] ?? buildings[0];
    const words = [found.name[language], where?.name[language], t(key)].filter(Boolean);
    const change = { category, building: where?.id ?? null, moment: at(now, calendar.zone, calendar.document) };
    return [{ key: `${key}${category}`, label: words.join(language === 'en' ? ', ' : '，'), change }];
  });
}
