import { limitText } from '#domain/limit-text';
import { limitWords } from '#domain/words';
import type { Level, LimitRef } from '#domain/workflow/definition';
import { useRecipientWords } from '../../components/recipient-words.ts';
import { useWords } from '../../i18n/language.ts';
import type { Ladder } from './edit-ladder.ts';

/** What each level does, as one says it. `target`: what a step is called. */
export function useLevelWords(target: (step: string) => string) {
  const { t, language } = useWords();
  const people = useRecipientWords();
  const named = (level: Level) => (level.to.length === 0 ? t('ladder.nobodyYet') : people.all(level.to));

  const withoutAnswer = (within: LimitRef, next: string): string => {
    const own = typeof within === 'string';
    const limit = own ? t(`limitOwn.${within}`) : limitWords(within, language);
    return t(own || 'minutes' in within ? 'ladder.afterLength' : 'ladder.afterDay', { limit, next });
  };

  /** Who else is asked, how often; what follows. In the order it happens. */
  const says = ({ levels, watch, exhausted }: Ladder, index: number): string[] => {
    const level = levels[index];
    if (!level) return [];
    const above = levels[index + 1];
    const next = above ? t('ladder.next', { n: index + 2, people: named(above) }) : target(exhausted);
    const { outside, all, within, reminders, repeat } = level;
    const parts: string[] = [];
    if (outside) parts.push(t('ladder.outsideAsks', { people: people.all(outside) }));
    if (all) parts.push(t('ladder.allConfirm'));
    if (reminders) {
      const after =
        typeof reminders.after === 'string' ? t(`limitOwn.${reminders.after}`) : limitText(reminders.after, language);
      parts.push(t('ladder.reminds', { times: reminders.times, limit: after }));
    }
    if (repeat) parts.push(t('ladder.repeats', { times: repeat }));
    if (within !== undefined) parts.push(withoutAnswer(within, next));
    else if (reminders) parts.push(t('ladder.afterReminders', { next }));
    else if (index === 0 && watch.length > 0) {
      const clocks = watch.map((clock) => t(`clockName.${clock}`)).join(language === 'en' ? ' / ' : '、');
      parts.push(t('ladder.whenMissed', { clocks, next }));
    } else parts.push(t('ladder.waits'));
    return parts;
  };
  return { named, says };
}
