import { limitText } from '#domain/limit-text';
import type { Definition, Level } from '#domain/workflow/definition';
import { capital } from '../../components/capital.ts';
import { useRecipientWords } from '../../components/recipient-words.ts';
import { useWords } from '../../i18n/language.ts';
import { ladderOf } from './main-path.ts';

/** Who is asked, how long they have, who is next: one line a level. */
export function MiniLadder({ definition }: { definition: Definition }) {
  const { t, language } = useWords();
  const people = useRecipientWords();
  const step = ladderOf(definition);
  if (!step) return null;
  const time = ({ within, reminders }: Level): string => {
    if (typeof within === 'string') return t(`limitOwn.${within}`);
    if (within !== undefined) return limitText(within, language);
    return reminders ? t('gallery.reminded', { times: reminders.times }) : t('gallery.waits');
  };
  return (
    <div className="mini-ladder">
      <span className="quiet">{t('gallery.ladder', { step: step.label[language] })}</span>
      <ol>
        {step.levels.map((level, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is known by its place
          <li key={index}>
            <span>
              {capital(people.all(level.to))}
              {level.outside && (
                <span className="quiet"> {t('gallery.outside', { people: people.all(level.outside) })}</span>
              )}
            </span>
            <span className="quiet">{time(level)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
