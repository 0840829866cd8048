import { Link } from 'react-router';
import { againstOf, type RateName, rateDefinitions, shareOf, shareWords } from '#domain/order-rates';
import type { RatesView } from '#http/schemas/rates';
import { Empty, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useKinds } from '../assets/use-kinds.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { stateOf } from './rate-words.ts';

interface RatePartsProps {
  rate: RateName;
  by: 'area' | 'person' | 'kind' | 'site';
  view: RatesView | undefined;
  site: string;
  /** Leads to the list behind the figure of a part. */
  to: (id: string, list: 'against' | 'all') => string;
}

/** Areas, people, kinds or sites beside one another, best first (评比). */
export function RateParts({ rate, by, view, site, to }: RatePartsProps) {
  const { t, language } = useWords();
  const { names, directory, chooseSite } = useWorkplace();
  const { nameOf } = useKinds(site);
  if (!view?.groups) return <RowsSkeleton />;
  const nameOfPart = (id: string): string => {
    if (id === '') return t('rate.none');
    if (by === 'person') return names.person(id);
    if (by === 'kind') return nameOf(id);
    if (by === 'site') return names.site(id);
    return directory.areas.find((area) => area.site === site && area.id === id)?.name[language] ?? id;
  };
  const there = (id: string) => (by === 'site' ? { go: () => chooseSite(id) } : {});
  const better = rateDefinitions[rate].bound === 'least' ? -1 : 1;
  const rows = view.groups
    .map(({ id, rates }) => ({ id, tally: rates[rate] }))
    .filter(({ tally }) => tally.of > 0)
    .toSorted((a, b) => better * ((shareOf(a.tally) ?? 0) - (shareOf(b.tally) ?? 0)) || b.tally.of - a.tally.of);
  if (rows.length === 0) return <Empty title={t('rate.nothing')} hint={t('rate.nothingHint')} />;
  return (
    <div className="table-frame">
      <table className="rows rate-parts">
        <thead>
          <tr>
            <th scope="col">{t(`rate.by.${by}`)}</th>
            <th scope="col">{t('rate.share')}</th>
            <th scope="col">{t('rate.counted')}</th>
            <th scope="col">{rateDefinitions[rate].against[language]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, tally }) => (
            <tr key={id}>
              <td>{nameOfPart(id)}</td>
              <td data-state={stateOf(rate, tally)}>{shareWords(rate, tally)}</td>
              <td>
                <Counted count={tally.of} to={to(id, 'all')} {...there(id)} />
              </td>
              <td>
                <Counted count={againstOf(rate, tally)} to={to(id, 'against')} {...there(id)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `go`: another site's list is looked at there. */
function Counted({ count, to, go }: { count: number; to: string; go?: () => void }) {
  return count === 0 ? (
    count
  ) : (
    <Link to={to} onClick={go}>
      {count}
    </Link>
  );
}
