import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Different } from '#domain/backtest/backtest';
import type { History } from '#domain/backtest/history';
import { actionLabel, statusLabel } from '#domain/words';
import { useWhen } from '../../components/when.tsx';
import { useWords, type Words } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { TwoLines } from './two-lines.tsx';
import type { Tested } from './use-backtest.ts';

const PAGE = 10;

/** Items that would have gone differently, newest first; each opens into its two lines. */
export function DifferentList({ tested }: { tested: Tested }) {
  const { t } = useWords();
  const [shown, setShown] = useState(PAGE);
  const [open, setOpen] = useState<string | null>(null);
  const rows = tested.result.differently
    .flatMap((different) => {
      const history = tested.histories.get(different.id);
      return history ? [{ different, history }] : [];
    })
    .sort((a, b) => b.history.filed.createdAt - a.history.filed.createdAt);
  return (
    <div className="backtest-part">
      <h4>{t('backtest.items')}</h4>
      <ul className="backtest-items">
        {rows.slice(0, shown).map(({ different, history }) => (
          <li key={different.id}>
            <DifferentRow different={different} history={history} />
            <Button
              aria-expanded={open === different.id}
              onClick={() => setOpen(open === different.id ? null : different.id)}
            >
              {t(open === different.id ? 'backtest.closeLines' : 'backtest.compare')}
              <span className="unseen"> {different.number}</span>
            </Button>
            {open === different.id && <TwoLines history={history} task={tested.task} />}
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button onClick={() => setShown(shown + PAGE)}>
          {t('backtest.moreItems', { count: rows.length - shown })}
        </Button>
      )}
    </div>
  );
}

function DifferentRow({ different, history }: { different: Different; history: History }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const { filed } = history;
  const { at } = useWhen(filed.site);
  const status = (of: Different['draft']) =>
    of.endedAt === null ? statusLabel(of.status, language) : `${statusLabel(of.status, language)} ${at(of.endedAt)}`;
  const said = outcomeWords(different, t, status);
  return (
    <div className="backtest-item">
      <span>
        <Link to={`/complaints/${different.id}`}>{different.number}</Link> {names.category(filed.category)}{' '}
        <span className="quiet">
          {names.place(filed)} · {at(filed.createdAt)}
        </span>
      </span>
      {said.map((words) => (
        <span key={words}>{words}</span>
      ))}
      {different.unfit.map((one) => (
        <span key={`${one.at} ${one.by} ${one.action}`} className="backtest-unfit">
          {t('backtest.unfitOne', {
            person: one.by === 'resident' ? t('backtest.resident') : names.person(one.by),
            when: at(one.at),
            action: one.action === 'nudge' ? t('backtest.nudge') : actionLabel(one.action, language),
          })}
        </span>
      ))}
    </div>
  );
}

/** What differs, in words: "Reaches level 3 instead of 1". */
function outcomeWords(
  { draft, current }: Different,
  t: Words,
  status: (outcome: Different['draft']) => string,
): string[] {
  const said: string[] = [];
  if (draft.level !== current.level)
    said.push(t('backtest.levelInstead', { draft: draft.level + 1, current: current.level + 1 }));
  if (draft.missed !== current.missed)
    said.push(t('backtest.missedInstead', { draft: draft.missed, current: current.missed }));
  if (draft.mails !== current.mails)
    said.push(t('backtest.mailsInstead', { draft: draft.mails, current: current.mails }));
  if (draft.status !== current.status || draft.endedAt !== current.endedAt)
    said.push(t('backtest.endInstead', { draft: status(draft), current: status(current) }));
  return said.length > 0 ? said : [t('backtest.othersOrTimes')];
}
