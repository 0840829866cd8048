import { Link } from 'react-router';
import type { ComplaintDetail } from '#http/schemas/complaint';
import type { VisitDetail } from '#http/schemas/visit';
import { Fact } from '../../components/fact.tsx';
import { itemPath } from '../../components/item-words.ts';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { ReporterContact } from '../complaint/reporter-contact.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';

/** What a visit asks about, whom, when and how, and what the resident said. */
export default function VisitFacts({ item, visit }: { item: ComplaintDetail; visit: VisitDetail }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const { at } = useWhen(item.site);
  const { of, rule, channel, tried, answers } = visit;
  return (
    <>
      <p className="prose">{item.description}</p>
      <dl className="facts">
        <Fact term={t('visit.of')}>
          {of && (
            <>
              <Link to={itemPath({ kind: of.kind, id: of.item })}>{of.number}</Link> {of.name?.[language]}
            </>
          )}
        </Fact>
        <Fact term={t('visit.resident')}>
          <ReporterContact reporter={item.reporter} />
        </Fact>
        <Fact term={t('visit.visitor')}>{names.person(item.owner ?? visit.visitor)}</Fact>
        <Fact term={t('visit.from')}>{at(visit.due)}</Fact>
        <Fact term={t('visit.how')}>
          {[
            t(`visitRules.channel.${channel}`),
            ...(tried.length > 0
              ? [t('visit.tried', { ways: tried.map((one) => t(`visitRules.channel.${one}`)).join(' · ') })]
              : []),
          ].join(' · ')}
        </Fact>
        <Fact term={t('visit.attempts')}>{item.attempts > 0 && String(item.attempts)}</Fact>
        <Fact term={t('visit.rule')}>{rule?.[language]}</Fact>
        {answers && (
          <>
            <Fact term={t('field.score')}>{`${answers.score} / 5`}</Fact>
            <Fact term={t('field.onTime')}>
              {answers.onTime !== null && t(answers.onTime ? 'onTime.yes' : 'onTime.no')}
            </Fact>
            <Fact term={t('field.held')}>{answers.held && t(`held.${answers.held}`)}</Fact>
            <Fact term={t('visit.reason')}>{answers.reason?.[language]}</Fact>
            <Fact term={t('visit.said')}>{answers.remarks}</Fact>
          </>
        )}
        {item.answers.map(({ field, label, shown }) => (
          <Fact key={field} term={label[language]}>
            {shown[language]}
          </Fact>
        ))}
        <Fact term={t('visit.asked')}>
          {answers &&
            [answers.by === 'resident' ? t('visit.byResident') : names.person(answers.by), at(answers.at)].join(' · ')}
        </Fact>
      </dl>
    </>
  );
}
