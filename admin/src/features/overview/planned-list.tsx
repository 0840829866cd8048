import { Link } from 'react-router';
import type { PlannedView } from '#http/schemas/document';
import { useCursorList } from '../../components/cursor-list.ts';
import { Pager } from '../../components/pager.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useAuthor } from '../document/use-author.ts';
import { useKindWords } from '../document/use-kind-words.ts';

const EVERY = 60_000;

/** Publications still to come, and those that could not be made: nothing where there is neither. */
export function PlannedList() {
  const { t } = useWords();
  const by = useAuthor();
  const when = useWhen(undefined);
  const { called, pathOf } = useKindWords();
  const list = useCursorList<PlannedView>({ resource: 'planned', filters: {}, every: EVERY });
  // Beside the work of the day: where it cannot be read, the page of each document says so.
  if (list.rows.length === 0) return null;
  return (
    <section className="home-section" aria-labelledby="planned">
      <div className="home-section-head">
        <h2 id="planned">{t('plans.title')}</h2>
      </div>
      <ul className="planned">
        {list.rows.map((plan) => {
          const path = pathOf(plan);
          const name = called(plan);
          const failed = plan.state === 'failed';
          const words = { author: by(plan.author), when: when.at(plan.at), note: plan.note };
          return (
            <li key={plan.plan} className="card" data-trouble={failed || plan.stale}>
              <strong>{path ? <Link to={path}>{name}</Link> : name}</strong>
              <span>{t(failed ? 'plan.failed' : 'plan.standing', words)}</span>
              <span className="quiet">{t(failed ? 'plan.by' : 'plan.note', words)}</span>
              {plan.stale && <span className="field-error">{t('plan.stale')}</span>}
              {plan.why.map((line) => (
                <span key={line} className="field-error">
                  {line}
                </span>
              ))}
            </li>
          );
        })}
      </ul>
      <Pager list={list} />
    </section>
  );
}
