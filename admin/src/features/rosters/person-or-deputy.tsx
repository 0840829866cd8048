import { useWords } from '../../i18n/language.ts';
import type { Duties } from '../organisation/use-duties.ts';

interface Props {
  person: string;
  /** The instant it is asked for. */
  at: number;
  duties: Duties;
}

/** The person; who stands in when they are away then. */
export function PersonOrDeputy({ person, at, duties }: Props) {
  const { t } = useWords();
  const { away, present } = duties.chain(person, at);
  const name = duties.names.of(person);
  if (away.length === 0) return <span>{name}</span>;
  return (
    <span>
      <s>{name}</s>{' '}
      <span className="away">
        {present === null ? t('roster.nobodyStandsIn') : t('roster.standsIn', { person: duties.names.of(present) })}
      </span>
    </span>
  );
}
