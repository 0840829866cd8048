import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import type { PatrolRowView } from '#http/schemas/patrol';
import { useCursorList } from '../../components/cursor-list.ts';
import { dayWords } from '../../components/day-words.ts';
import { EntityRows } from '../../components/entity-rows.tsx';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { NightState, percent, useNightTimes } from './night.tsx';

/** Nights on a page: about a month of one route. */
const NIGHTS = 30;

/** The nights before: what was walked, which points were missed, how many lamps were lit. */
export function HistoryPart({ site }: { site: string }) {
  const { t, language } = useWords();
  const times = useNightTimes(site);
  const [params, setParams] = useSearchParams();
  const plan = params.get('route') ?? undefined;
  const list = useCursorList<PatrolRowView>({ resource: 'patrols', filters: { site, plan }, pageSize: NIGHTS });
  const comma = language === 'en' ? ', ' : '、';
  const routes = [...new Map(list.rows.map((row) => [row.plan, row.name[language]]))];
  const choose = (route: string | undefined) =>
    setParams({ part: 'history', ...(route !== undefined && { route }) }, { replace: true });
  if (list.loading) return <RowsSkeleton />;
  if (list.error) return <Failed message={list.error.message} retry={list.retry} />;
  if (list.rows.length === 0) return <Empty title={t('patrol.noHistory')} hint={t('patrol.noHistoryHint')} />;
  return (
    <>
      <div className="toolbar">
        <Totals rows={list.rows} />
        {(routes.length > 1 || plan !== undefined) && (
          <Select
            className="filter"
            allowClear
            aria-label={t('patrol.route')}
            placeholder={t('patrol.allRoutes')}
            value={plan}
            onChange={choose}
            options={routes.map(([value, label]) => ({ value, label }))}
          />
        )}
      </div>
      <EntityRows
        rows={list.rows}
        label={t('patrol.part.history')}
        keyOf={({ id }) => id}
        head={t('patrol.night')}
        title={(row) => dayWords(row.date, language)}
        sub={(row) => `${row.name[language]} · ${times.window({ from: row.starts, to: row.ends })}`}
        columns={[
          { label: t('patrol.state'), cell: (row) => <NightState night={row} /> },
          {
            label: t('patrol.points'),
            cell: ({ figures: { walked, points } }) => t('patrol.walked', { walked, points }),
          },
          {
            label: t('patrol.missedPoints'),
            cell: ({ missed }) =>
              missed.length === 0 ? (
                <span className="quiet">{t('patrol.noneMissed')}</span>
              ) : (
                <span className="patrol-bad">
                  {missed
                    .map(({ name, late }) => (late ? t('patrol.lateAt', { name: name[language] }) : name[language]))
                    .join(comma)}
                </span>
              ),
          },
          {
            label: t('patrol.lightingRate'),
            cell: ({ figures: { lamps } }) =>
              lamps ? (
                <span className={lamps.lit < lamps.total ? 'patrol-bad' : undefined}>
                  {percent(lamps.lit, lamps.total)} <span className="quiet">{t('patrol.lamps', lamps)}</span>
                </span>
              ) : (
                <span className="quiet">{t('patrol.lampsNone')}</span>
              ),
          },
        ]}
        to={({ id }) => `/patrols/${id}`}
      />
      <Pager list={list} />
    </>
  );
}

/** Over the nights on this page. */
function Totals({ rows }: { rows: readonly PatrolRowView[] }) {
  const { t } = useWords();
  const over = rows.filter((row) => row.over);
  const sum = (of: (row: PatrolRowView) => number) => over.reduce((all, row) => all + of(row), 0);
  const points = sum(({ figures }) => figures.points);
  const missed = sum(({ figures }) => figures.missed);
  const total = sum(({ figures }) => figures.lamps?.total ?? 0);
  const lit = sum(({ figures }) => figures.lamps?.lit ?? 0);
  if (points === 0) return <span />;
  return (
    <dl className="patrol-totals">
      <div>
        <dt>{t('patrol.nights', { count: over.length })}</dt>
        <dd>{percent(points - missed, points)}</dd>
        <dd className="quiet">{t('patrol.inTime')}</dd>
      </div>
      {total > 0 && (
        <div>
          <dt>{t('patrol.lightingRate')}</dt>
          <dd>{percent(lit, total)}</dd>
          <dd className="quiet">{t('patrol.lamps', { lit, total })}</dd>
        </div>
      )}
    </dl>
  );
}
