import { Link } from 'react-router';
import { epochDay } from '#domain/civil-date';
import type { CompiledPlan } from '#domain/plan/compiled-plan';
import { plannedOn } from '#domain/recurrence/occurrences';
import type { PlanStanding } from '#http/schemas/plan';
import { dayWords } from '../../components/day-words.ts';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import type { SitePlans } from './use-site-plans.ts';

export const openOrders = ({ subjects }: PlanStanding) => subjects.filter(({ open }) => open !== null);
const missedOf = ({ subjects }: PlanStanding): number => subjects.reduce((sum, { missed }) => sum + missed, 0);

/** In a line of the list: orders that are open, dates that were missed. */
export function StandingLine({ standing }: { standing: PlanStanding | undefined }) {
  const { t } = useWords();
  if (standing === undefined) return null;
  const [open, missed] = [openOrders(standing).length, missedOf(standing)];
  return (
    <>
      {open > 0 && <span className="quiet">{t('plans.openCount', { count: open })}</span>}
      {missed > 0 && <span className="plan-missed">{t('plans.missedCount', { count: missed })}</span>}
    </>
  );
}

const DATE = /^\d{4}-\d\d-\d\d$/;

/** The day an occurrence falls on: its name is the date by the rule alone. */
function dateOf(one: CompiledPlan | null, occurrence: string): string {
  if (one === null) return occurrence;
  const found = one.dragged.get(occurrence)?.occurrence ?? plannedOn(one.compiled, epochDay(occurrence));
  return 'date' in found ? found.date : occurrence;
}

interface StandingProps {
  standing: PlanStanding;
  found: SitePlans;
  /** Null while the plan is not whole. */
  one: CompiledPlan | null;
}

/** How a plan stands: its open orders, what was missed behind one, what was made up for after an outage. */
export function StandingPanel({ standing, found, one }: StandingProps) {
  const { t, language } = useWords();
  const when = useWhen(found.site);
  const open = openOrders(standing);
  const missed = missedOf(standing);
  const { madeUp } = standing;
  const named = (id: string | null) => {
    if (id === null) return t('plans.round');
    const asset = found.assets.get(id);
    return asset ? `${asset.number} ${asset.name}` : t('plans.assetGone');
  };
  return (
    <section className="panel" aria-label={t('plans.standing')}>
      <h2>{t('plans.standing')}</h2>
      <p className="quiet">{open.length === 0 ? t('plans.noneOpen') : t('plans.openCount', { count: open.length })}</p>
      <ul className="asset-plans open-orders">
        {open.map(({ asset, open: occurrence, order }) => (
          <li key={asset ?? ''}>
            <Link to={`/orders/${order}`}>{named(asset)}</Link>
            <span className="quiet">
              {occurrence !== null && DATE.test(occurrence)
                ? dayWords(dateOf(one, occurrence), language, true)
                : t('plans.byMeter')}
            </span>
          </li>
        ))}
      </ul>
      {missed > 0 && <p className="plan-missed">{t('plans.missedHint', { count: missed })}</p>}
      {madeUp && <p className="quiet">{t('plans.madeUp', { count: madeUp.count, when: when.at(madeUp.at) })}</p>}
    </section>
  );
}
