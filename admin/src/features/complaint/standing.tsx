import type { ComplaintDetail } from '#http/schemas/complaint';
import { Level } from '../../components/complaint-rows.tsx';
import { Due } from '../../components/due.tsx';
import { Severity } from '../../components/severity.tsx';
import { Status } from '../../components/status.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

/** How an item stands, who answers for it and by when: beside its number, on every page of one. */
export function Standing({ item }: { item: ComplaintDetail }) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const when = useWhen(item.site);
  return (
    <>
      <span className="number">{item.number}</span>
      <Status status={item.status} kind={item.kind} />
      <Level level={item.level} />
      <Severity severity={item.severity} major={item.major} />
      <span>{item.owner ? t('detail.owner', { person: names.person(item.owner) }) : t('item.noOwner')}</span>
      {item.endedAt ? (
        <span className="quiet">{t('item.ended', { when: when.at(item.endedAt) })}</span>
      ) : (
        <Due due={item.due} site={item.site} />
      )}
    </>
  );
}
