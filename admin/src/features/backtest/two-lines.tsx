import { useMemo } from 'react';
import type { History } from '#domain/backtest/history';
import { relive } from '#domain/backtest/relive';
import { mailWords, tell } from '#domain/timeline/tell';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { LineCompare } from '../simulate/line-compare.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';
import type { Task } from './backtest-worker.ts';
import { sayLine, type Teller } from './line-words.ts';
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
  return (
    <LineCompare
      caption={t('backtest.compareOf', { number: history.number })}
      draft={sayLine(lines.draft, teller)}
      current={sayLine(lines.current, teller)}
      when={when}
    />
  );
}
