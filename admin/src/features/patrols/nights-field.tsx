import { Checkbox } from 'antd';
import { recurrenceWords } from '#domain/recurrence/recurrence-words';
import type { Recurrence } from '#domain/recurrence/rule';
import { useWords } from '../../i18n/language.ts';
import { type Day, everyDay, nightsOf, onNights } from './edit.ts';

/** Monday 1 June 2026 and the six days after it: only their names are asked. */
const dayName = (day: Day, language: string, width: 'short' | 'narrow' = 'short'): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { weekday: width, timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, 5, day)),
  );

/** "every night", "Fri, Sat", or the rule in words. */
export function useNightsWords() {
  const { t, language } = useWords();
  return (rule: Recurrence): string => {
    const nights = nightsOf(rule);
    if (nights === null) return recurrenceWords(rule, language);
    if (nights.length === 7) return t('patrol.everyNight');
    return nights.map((day) => dayName(day, language)).join(language === 'en' ? ', ' : '、');
  };
}

/** The nights of the week on which it is walked. */
export function NightsField({
  rule,
  change,
  disabled,
}: {
  rule: Recurrence;
  change: (rule: Recurrence) => void;
  disabled: boolean;
}) {
  const { t, language } = useWords();
  const nights = nightsOf(rule);
  if (nights === null) return <p className="quiet">{recurrenceWords(rule, language)}</p>;
  return (
    <fieldset className="patrol-days" aria-label={t('patrol.nightsOn')}>
      {everyDay.map((day) => (
        <Checkbox
          key={day}
          checked={nights.includes(day)}
          disabled={disabled || (nights.length === 1 && nights.includes(day))}
          onChange={({ target }) =>
            change(onNights(rule, target.checked ? [...nights, day] : nights.filter((one) => one !== day)))
          }
        >
          {dayName(day, language)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
