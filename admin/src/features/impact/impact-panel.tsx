import { useEffect, useId } from 'react';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import type { PreviewProps } from '../workflows/previews.ts';
import { useMay } from '../workplace/may.ts';
import { choose, groupKey, retarget, useChosen } from './choices.ts';
import { GroupCard } from './group-card.tsx';
import { countOf, useInFlight } from './use-in-flight.ts';

/** Which open complaints stay on their version when the draft is published; those chosen are moved once it is. */
export default function Impact({ id, draft, current }: PreviewProps) {
  const { t } = useWords();
  const title = useId();
  const may = useMay('item.move');
  const { data, error, refetch } = useInFlight(id, may);
  const chosen = useChosen(id);
  useEffect(() => retarget(id, draft), [id, draft]);
  if (!may) return null;
  const found = data?.data;
  const open = found?.groups ?? [];
  return (
    <section className="impact" aria-labelledby={title}>
      <h3 id={title} className="form-heading">
        {t('impact.title')}
      </h3>
      {error && <Failed message={error.message} retry={() => void refetch()} />}
      {!found && !error && <RowsSkeleton />}
      {found && open.length === 0 && <p className="quiet">{t('impact.none')}</p>}
      {found && open.length > 0 && (
        <>
          <p>{t('impact.lead', { count: countOf(open) })}</p>
          {found.more && <p className="quiet">{t('impact.more', { count: countOf(open) })}</p>}
          <ul className="impact-groups">
            {open.map((group) => {
              const key = groupKey(group);
              return (
                <GroupCard
                  key={key}
                  id={id}
                  group={group}
                  target={draft}
                  draft
                  move={chosen?.moves.get(key) ?? null}
                  choose={(move) => choose(id, key, move, { from: current?.version ?? 0, target: draft })}
                />
              );
            })}
          </ul>
          <p className="quiet">{t('impact.pins')}</p>
        </>
      )}
    </section>
  );
}
