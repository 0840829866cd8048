import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { grouped } from '#domain/grouped';
import type { Visits } from '#domain/visit-rules';
import { Choice } from '../../components/choice.tsx';
import { itemPath } from '../../components/item-words.ts';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { type SimFacts, useSimFacts } from '../simulate/use-sim-facts.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { type Rehearsal, type Rehearsed, useRehearsal } from './use-rehearsal.ts';

/** Visits drawn one by one; of more it is said how many. */
const SHOWN = 30;

interface PreviewProps {
  body: Visits;
  /** The site the settings are for; null: one is chosen. */
  at: string | null;
}

/** Who would have been visited in the last 30 days under what is being edited: tried by the planning itself. */
export function RulesPreview({ body, at }: PreviewProps) {
  const { t, language } = useWords();
  const { me, site: here } = useWorkplace();
  const [chosen, setChosen] = useState<string | null>(null);
  const site = at ?? chosen ?? here?.id ?? me.sites[0]?.id ?? null;
  return (
    <section className="panel visit-preview" aria-label={t('visitPreview.title')}>
      <h2>{t('visitPreview.title')}</h2>
      <p className="quiet">{t('visitPreview.lead')}</p>
      {at === null && me.sites.length > 1 && (
        <div className="toolbar">
          <Choice
            aria-label={t('site.label')}
            value={site}
            onChange={setChosen}
            options={me.sites.map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
        </div>
      )}
      {site !== null && <AtSite key={site} site={site} body={body} />}
    </section>
  );
}

function AtSite({ site, body }: { site: string; body: Visits }) {
  const loaded = useSimFacts(site);
  if (loaded.at === 'failed') return <Failed message={loaded.message} retry={loaded.retry} />;
  if (loaded.at === 'loading') return <RowsSkeleton />;
  return <Tried site={site} body={body} facts={loaded.facts} />;
}

function Tried({ site, body, facts }: { site: string; body: Visits; facts: SimFacts }) {
  const { t } = useWords();
  const { rehearsal, run } = useRehearsal();
  const ask = () => run(site, body, facts);
  return (
    <div className="stack">
      <div>
        <Button onClick={ask} loading={rehearsal.at === 'reading'}>
          {t('visitPreview.ask')}
        </Button>
      </div>
      {rehearsal.at === 'reading' && <p role="status">{t('visitPreview.reading', { looked: rehearsal.looked })}</p>}
      {rehearsal.at === 'failed' && <Failed message={rehearsal.message} retry={ask} />}
      {rehearsal.at === 'done' && <Result site={site} result={rehearsal} />}
    </div>
  );
}

function Result({ site, result }: { site: string; result: Extract<Rehearsal, { at: 'done' }> }) {
  const { t, language } = useWords();
  const visited = result.rows.filter(({ planned }) => planned.outcome === 'visit');
  const rules = grouped(visited, ({ planned }) => planned.candidate.rule.name[language]);
  const left = grouped(
    result.rows.flatMap(({ planned }) => (planned.outcome === 'none' ? [planned.why] : [])),
    (why) => why,
  );
  const counted = (parts: readonly (readonly [string, number])[]) =>
    parts.map(([name, count]) => `${name} ${count}`).join(' · ');
  return (
    <>
      <p role="status">
        {t('visitPreview.result', { looked: result.looked, homes: result.homes, visited: visited.length })}
      </p>
      {rules.size > 1 && <p className="quiet">{counted([...rules].map(([name, some]) => [name, some.length]))}</p>}
      {visited.length === 0 && <Empty title={t('visitPreview.none')} hint={t('visitPreview.noneHint')} />}
      <ul className="cards">
        {visited.slice(0, SHOWN).map((row) => (
          <Row key={`${row.of.rule}/${row.of.id}`} site={site} row={row} />
        ))}
      </ul>
      {visited.length > SHOWN && (
        <p className="quiet">{t('visitPreview.further', { count: visited.length - SHOWN })}</p>
      )}
      {left.size > 0 && (
        <p className="quiet">
          {t('visitPreview.left', { count: result.rows.length - visited.length })}
          {counted([...left].map(([why, some]) => [t(`visitWhy.${why}`), some.length]))}
        </p>
      )}
    </>
  );
}

function Row({ site, row: { of, planned } }: { site: string; row: Rehearsed }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const when = useWhen(site);
  if (planned.outcome !== 'visit') return null;
  const { item, building, unit } = of;
  const about = item && (item.kind === 'workOrder' ? names.kind(site, item.category) : names.category(item.category));
  const title = [building && names.building(site, building), unit, about].filter(Boolean).join(' · ');
  return (
    <li className="card">
      {item && of.of ? (
        <Link className="entity-title" to={itemPath({ kind: item.kind, id: of.of })}>
          {title}
        </Link>
      ) : (
        <span className="entity-title">{title}</span>
      )}
      <span>
        {[
          planned.candidate.rule.name[language],
          names.person(planned.visitor),
          t(`visitRules.channel.${planned.channel}`),
        ].join(' · ')}
      </span>
      <span className="quiet">{when.at(new Date(planned.due).toISOString())}</span>
    </li>
  );
}
