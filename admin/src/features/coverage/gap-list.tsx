import { durationWords } from '#domain/words';
import { useWords } from '../../i18n/language.ts';
import type { GapGroup } from './group-gaps.ts';
import { MendLinks } from './mend.tsx';
import type { GapWords } from './use-gap-words.ts';

interface GapListProps {
  groups: readonly GapGroup[];
  /** Of the forecast. */
  end: number;
  said: GapWords;
  label: string;
}
/** More of the same are counted. */
const SHOWN = 2;

/** When, who is reached, for which items, why, and where to mend it. */
export function GapList({ groups, end, said, label }: GapListProps) {
  const { t, language } = useWords();
  return (
    <ul className="gap-list" aria-label={label}>
      {groups.map(({ state, people, reasons, where, stretches }) => {
        const which = said.where(where);
        const total = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
        return (
          <li key={JSON.stringify([state, people, reasons, where])}>
            <span className="gap-who">
              <i aria-hidden className="gap-mark" data-state={state} />
              <strong>{said.reached({ state, people })}</strong>
              {which && <span className="quiet">{which}</span>}
            </span>
            <span>
              {stretches
                .slice(0, SHOWN)
                .map((stretch) => said.stretch(stretch, end))
                .join(language === 'en' ? '; ' : '；')}
              {stretches.length > SHOWN && (
                <span className="quiet">
                  {' '}
                  {t('coverage.more', { count: stretches.length - SHOWN, length: durationWords(total, language) })}
                </span>
              )}
            </span>
            {reasons.length > 0 && (
              <span className="gap-why">
                <span className="quiet">{reasons.map(said.reason).join(language === 'en' ? '; ' : '；')}</span>
                <MendLinks reasons={reasons} />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
