import { type HttpError, useOne } from '@refinedev/core';
import { useId } from 'react';
import { Link } from 'react-router';
import { goesByDates } from '#domain/maintenance-plan';
import type { AssetDetail } from '#http/schemas/asset';
import { Failed } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import type { Version } from '../document/kinds.ts';
import { useMay } from '../workplace/may.ts';
import { useZone } from '../workplace/workplace.tsx';
import { DateWords } from './date-words.tsx';
import { nextOf } from './outlook.ts';
import { useCalendar, useCompiled } from './use-site-plans.ts';

type Placed = Pick<AssetDetail, 'id' | 'site'>;
const NOTHING = { plans: [] };

/** By which plans an asset is maintained, and when next; for those who read them. */
export function AssetPlans({ asset }: { asset: Placed }) {
  return useMay('document.read') ? <Plans asset={asset} /> : null;
}

function Plans({ asset: { id, site } }: { asset: Placed }) {
  const { t, language } = useWords();
  const heading = useId();
  const now = useNow();
  const zone = useZone(site);
  const calendar = useCalendar(site);
  const { query } = useOne<Version<'plans'>, HttpError>({
    resource: 'documents/plans',
    id: site,
    errorNotification: false,
  });
  const compiled = useCompiled(query.data?.data.body ?? NOTHING, { site, calendar });
  const absent = query.error?.statusCode === 404;
  if (query.isPending) return null;
  const rows = [...compiled.values()].filter(({ plan }) => plan.status === 'active' && plan.assets.includes(id));
  const next = (one: (typeof rows)[number]) =>
    nextOf(one, now, { subject: one.plan.per === 'round' ? null : id })?.date ?? null;
  return (
    <section className="panel" aria-labelledby={heading}>
      <h2 id={heading}>{t('nav.plans')}</h2>
      {query.error && !absent && <Failed error={query.error} retry={() => void query.refetch()} />}
      {rows.length === 0 && (!query.error || absent) && (
        <p className="quiet">
          {t('plans.ofNoPlan')} <Link to="/plans">{t('plans.all')}</Link>
        </p>
      )}
      <ul className="asset-plans">
        {rows.map((one) => (
          <li key={one.plan.id}>
            <Link to={`/plans/${site}/${one.plan.id}`}>{one.plan.name[language]}</Link>
            <DateWords
              date={next(one)}
              now={now}
              zone={zone}
              none={t(goesByDates(one.plan) ? 'plans.noNext' : 'plans.byMeter')}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
