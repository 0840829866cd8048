import { useWords } from '../../i18n/language.ts';
import type { Duties } from '../organisation/use-duties.ts';

/** "工程主管 → 秩序维护主管 → 环境主管": the way from who is away to who is there. */
export function Chain({ person, at, duties }: { person: string; at: number; duties: Duties }) {
  const { t } = useWords();
  const { away, present } = duties.chain(person, at);
  const name = duties.names.of;
  return (
    <span className="chain">
      {away.map((absence) => (
        <span key={absence.person} className="chain-away">
          {name(absence.person)}
          <span aria-hidden="true"> → </span>
        </span>
      ))}
      {present === null ? <strong className="away">{t('absence.nobody')}</strong> : <strong>{name(present)}</strong>}
    </span>
  );
}
