import type { Person } from './organisation.ts';
import type { Language } from './text.ts';

/** "王师傅（迅安电梯）": a contractor's firm goes with the name. */
export const fullName = (
  { name, firm }: { name: Person['name']; firm?: string | null | undefined },
  language: Language,
): string => {
  if (!firm) return name[language];
  return language === 'en' ? `${name.en} (${firm})` : `${name[language]}（${firm}）`;
};
