import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { History } from '#domain/backtest/history';
import { matches } from '#domain/backtest/matches';
import type { Condition } from '#domain/condition';
import { addDays, localDate } from '#domain/time';
import { statusLabel } from '#domain/words';
import { useItemKind } from '../../components/item-kind.ts';
import { Failed } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { loadHistories, Stopped } from '../backtest/load-histories.ts';
import { compileFacts } from '../backtest/plain-facts.ts';
import { useRead } from '../backtest/use-read.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

const DAYS = 90;
const PAGE = 5;

type Read =
  | { at: 'idle' }
  | { at: 'reading'; items: number }
  | { at: 'failed'; message: string }
  | { at: 'read'; histories: History[]; facts: ReturnType<typeof compileFacts> };

/** The real complaints of the last 90 days, at the site in view, that the condition holds for; follows the condition as it is edited. */
export function MatchingItems({ condition }: { condition: Condition }) {
  const { t } = useWords();
  const { site, me } = useWorkplace();
  const allowed = useMay('history.read');
  const now = useNow();
  const read = useRead();
  const kind = useItemKind();
  const [state, setState] = useState<Read>({ at: 'idle' });
  const [shown, setShown] = useState(PAGE);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  if (!site || !allowed) return null;

  const start = async () => {
    setState({ at: 'reading', items: 0 });
    const to = localDate(now, site.zone);
    try {
      const [facts, histories] = await Promise.all([
        read.facts(),
        loadHistories({
          ...{ reader: me.person.id, site: site.id, kind, from: addDays(to, -DAYS), to, read: read.page },
          onRead: (items) => setState({ at: 'reading', items }),
          stopped: () => gone.current,
        }),
      ]);
      setState({ at: 'read', histories, facts: compileFacts(facts) });
    } catch (error) {
      if (!(error instanceof Stopped))
        setState({ at: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  if (state.at === 'idle')
    return (
      <Button type="link" onClick={() => void start()}>
        {t('condition.match')}
      </Button>
    );
  if (state.at === 'reading') return <p role="status">{t('condition.matchReading', { count: state.items })}</p>;
  if (state.at === 'failed') return <Failed message={state.message} retry={() => void start()} />;

  const facts = state.facts.get(site.id);
  const all = state.histories.filter(({ filed }) => filed.site === site.id);
  const found = facts ? all.filter((history) => matches(condition, history, facts)) : [];
  return (
    <section className="condition-matches" aria-label={t('condition.matching', { days: DAYS })}>
      <p role="status">
        {all.length === 0
          ? t('condition.matchNothing', { days: DAYS })
          : found.length === 0
            ? t('condition.matchNone', { all: all.length })
            : t('condition.matchCount', { count: found.length, all: all.length })}
      </p>
      <ul>
        {found.slice(0, shown).map((history) => (
          <Match key={history.id} history={history} />
        ))}
      </ul>
      {found.length > shown && (
        <Button type="link" onClick={() => setShown(shown + 10)}>
          {t('condition.matchMore', { count: found.length - shown })}
        </Button>
      )}
      <small className="quiet">{t('condition.matchNow')}</small>
    </section>
  );
}

function Match({ history: { id, number, filed, stands } }: { history: History }) {
  const { language } = useWords();
  const { names } = useWorkplace();
  const { at } = useWhen(filed.site);
  const place = { ...filed, building: stands.building, unit: stands.unit };
  return (
    <li>
      <Link to={`/complaints/${id}`}>{number}</Link> {names.category(stands.category)}{' '}
      <span className="quiet">
        {names.place(place)} · {at(filed.createdAt)} · {statusLabel(stands.status, language)}
      </span>
    </li>
  );
}
