import { type HttpError, useDataProvider } from '@refinedev/core';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Visits } from '#domain/visit-rules';
import type { VisitPreview } from '#http/schemas/visit';
import { Choice } from '../../components/choice.tsx';
import { Empty, Failed } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

/** Who would have been visited in the last 30 days under what is being edited: asked of the planning itself. */
export function RulesPreview({ body, at }: { body: Visits; at: string | null }) {
  const { t, language } = useWords();
  const { me, site: here, names } = useWorkplace();
  const provider = useDataProvider()();
  const [chosen, setChosen] = useState<string | null>(null);
  const site = at ?? chosen ?? here?.id ?? me.sites[0]?.id ?? null;
  const when = useWhen(site ?? undefined);
  const [asked, setAsked] = useState<{ loading: boolean; answer?: VisitPreview; error?: string }>({ loading: false });
  const ask = async () => {
    const { custom } = provider;
    if (!custom || site === null) return;
    setAsked({ loading: true });
    try {
      const { data } = await custom<VisitPreview & { id?: string }>({
        url: '/api/visits/preview',
        method: 'post',
        payload: { site, body },
      });
      setAsked({ loading: false, answer: data });
    } catch (error) {
      setAsked({ loading: false, error: (error as HttpError).message });
    }
  };
  const visited = asked.answer?.rows.filter(({ why }) => why === null) ?? [];
  const left = asked.answer?.rows.filter(({ why }) => why !== null) ?? [];
  return (
    <section className="panel visit-preview" aria-label={t('visitPreview.title')}>
      <h2>{t('visitPreview.title')}</h2>
      <p className="quiet">{t('visitPreview.lead')}</p>
      <div className="toolbar">
        {at === null && me.sites.length > 1 && (
          <Choice
            aria-label={t('site.label')}
            value={site}
            onChange={setChosen}
            options={me.sites.map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
        )}
        <Button onClick={() => void ask()} loading={asked.loading}>
          {t('visitPreview.ask')}
        </Button>
      </div>
      {asked.error && <Failed message={asked.error} retry={() => void ask()} />}
      {asked.answer && (
        <>
          <p role="status">
            {t('visitPreview.result', { looked: asked.answer.looked, visited: visited.length })}
            {asked.answer.more && ` ${t('visitPreview.more')}`}
          </p>
          {visited.length === 0 && <Empty title={t('visitPreview.none')} hint={t('visitPreview.noneHint')} />}
          <ul className="cards">
            {visited.map((row) => (
              <li key={`${row.item}-${row.unit}-${row.due}`} className="card">
                <Link className="entity-title" to={`/complaints/${row.item}`}>
                  {[
                    row.building && site ? names.building(site, row.building) : '',
                    row.unit,
                    names.category(row.category),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Link>
                <span>
                  {[
                    row.rule[language],
                    row.visitor ? names.person(row.visitor) : '',
                    row.channel ? t(`visitRules.channel.${row.channel}`) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <span className="quiet">{row.due && when.at(row.due)}</span>
              </li>
            ))}
          </ul>
          {left.length > 0 && (
            <details>
              <summary>{t('visitPreview.left', { count: left.length })}</summary>
              <ul>
                {left.map((row) => (
                  <li key={`${row.item}-${row.unit}`}>
                    {row.number} · {names.category(row.category)} · {row.why && t(`visitWhy.${row.why}`)}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  );
}
