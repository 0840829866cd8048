import { useMemo } from 'react';
import type { History } from '#domain/backtest/history';
import { relive } from '#domain/backtest/relive';
import { mailWords, tell } from '#domain/timeline/tell';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import type { Task } from './backtest-worker.ts';
import { type LineRow, lineRows, type Teller, type Told } from './line-rows.ts';
import { compileFacts } from './plain-facts.ts';

/** An item's line under the version in force and under the draft, side by side; what is the same stands in both. */
export function TwoLines({ history, task }: { history: History; task: Task }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const { site } = history.filed;
  const { at: when } = useWhen(site);
  const lines = useMemo(() => {
    const facts = compileFacts(task.facts).get(site);
    if (!facts || !task.current) return null;
    return {
      draft: relive(history, task.draft, facts, task.until),
      current: relive(history, task.current, facts, task.until),
    };
  }, [history, task, site]);
  if (lines === null) return null;
  const person = (id: string) => (id === 'resident' ? t('backtest.resident') : names.person(id));
  const known = { person, category: names.category, department: (id: string) => names.department(site, id) };
  const teller: Teller = {
    entry: (entry) => {
      const { title, more } = tell(entry, known, language, when);
      return { title, more };
    },
    mail: (reason, template, people) => ({
      title: t('backtest.mailTo', {
        people: people.map(person).join(language === 'en' ? ', ' : '、'),
        about: mailWords(reason, template, language),
      }),
      more: [],
    }),
  };
  const rows = lineRows(lines.draft, lines.current, teller);
  return (
    <table className="two-lines">
      <caption className="unseen">{t('backtest.compareOf', { number: history.number })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('backtest.time')}</th>
          <th scope="col">{t('backtest.currentShort')}</th>
          <th scope="col">{t('backtest.draft')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const time = when(row.at);
          const again = index > 0 && rows[index - 1]?.at === row.at;
          return (
            <tr key={row.key}>
              <th scope="row">
                <span className={again ? 'unseen' : undefined}>{time}</span>
              </th>
              <Cells row={row} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Cells({ row: { draft, current } }: { row: LineRow }) {
  const { t } = useWords();
  if (draft !== null && draft === current)
    return (
      <td colSpan={2} className="two-lines-both">
        <TellingWords told={draft} />
      </td>
    );
  const cell = (side: 'draft' | 'current', told: Told | null) =>
    told === null ? (
      <td className="two-lines-none" aria-label={t('backtest.nothing')} />
    ) : (
      <td className="two-lines-only" data-side={side}>
        <small className="two-lines-tag">
          {t(side === 'draft' ? 'backtest.onlyInDraft' : 'backtest.onlyInCurrent')}
        </small>
        <TellingWords told={told} />
      </td>
    );
  return (
    <>
      {cell('current', current)}
      {cell('draft', draft)}
    </>
  );
}

const TellingWords = ({ told: { title, more } }: { told: Told }) => (
  <>
    {title}
    {more.map((words) => (
      <small key={words}>{words}</small>
    ))}
  </>
);
