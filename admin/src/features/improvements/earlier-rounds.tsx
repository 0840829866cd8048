import { Card } from '../../components/card.tsx';
import { Fact } from '../../components/fact.tsx';
import { useWords } from '../../i18n/language.ts';
import { FigurePair } from './check-part.tsx';
import { useFigureWords } from './figure-words.ts';
import type { PartProps } from './improvement-page.tsx';

/** What was tried before and did not help enough. */
export function EarlierRounds({ improvement }: PartProps) {
  const { t } = useWords();
  const words = useFigureWords();
  const { earlier, ref } = improvement;
  return (
    <Card title={t('improve.earlier')}>
      <ol className="improve-earlier">
        {earlier.map((round) => (
          <li key={`${round.before.to} ${round.after?.to}`}>
            <FigurePair ref={ref} before={round.before} after={round.after} />
            <dl className="facts improve-facts">
              <Fact term={t('improve.cause')}>{round.cause}</Fact>
              <Fact term={t('improve.action')}>{round.action}</Fact>
              <Fact term={t('improve.owner')}>{words.person(round.owner)}</Fact>
              <Fact term={t('improve.doneOn')}>{words.day(round.done?.on ?? null)}</Fact>
              <Fact term={t('improve.effect')}>{round.effect && t(`improve.effect.${round.effect}`)}</Fact>
              <Fact term={t('improve.seen')}>{round.seen}</Fact>
              <Fact term={t('improve.conclusion')}>{round.conclusion}</Fact>
            </dl>
          </li>
        ))}
      </ol>
    </Card>
  );
}
