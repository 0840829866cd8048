import { Link } from 'react-router';
import type { ComplaintDetail } from '#http/schemas/complaint';
import { Fact } from '../../components/fact.tsx';
import { Status } from '../../components/status.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { ReporterContact } from './reporter-contact.tsx';

/** Complete by type: a channel added to the domain must get its words. */
const CHANNELS = { desk: 'desk', phone: 'phone', message: 'message', web: 'web', staff: 'staff' } as const;
/** An unheard-of channel counts as told at the desk. */
const channelOf = (channel: string) => CHANNELS[channel as keyof typeof CHANNELS] ?? 'desk';

const WANTS = ['heard', 'respect', 'compensation', 'solution'] as const;

/** The intake form as it was taken, the resident's verdict, and how to reach them. */
export function IntakeFacts({ complaint }: { complaint: ComplaintDetail }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const { at } = useWhen(complaint.site);
  const wants = WANTS.find((want) => want === complaint.wants);
  const { verdict } = complaint;
  return (
    <>
      <p className="prose">{complaint.description}</p>
      <dl className="facts">
        <Fact term={t('intake.reporter')}>
          <ReporterContact reporter={complaint.reporter} />
        </Fact>
        <Fact term={t('intake.since')}>{complaint.since}</Fact>
        <Fact term={t('intake.alreadySaid')}>{complaint.alreadySaid}</Fact>
        <Fact term={t('intake.wants')}>{wants && t(`wants.${wants}`)}</Fact>
        {complaint.answers.map(({ field, label, shown }) => (
          <Fact key={field} term={label[language]}>
            {shown[language]}
          </Fact>
        ))}
        <Fact term={t('intake.channel')}>{t(`channel.${channelOf(complaint.channel)}`)}</Fact>
        <Fact term={t('detail.filed')}>
          {at(complaint.createdAt)}
          {complaint.takenBy && ` · ${names.person(complaint.takenBy)}`}
        </Fact>
        <Fact term={t('item.department')}>{names.department(complaint.site, complaint.department)}</Fact>
        <Fact term={t('detail.attempts')}>{complaint.attempts > 0 && String(complaint.attempts)}</Fact>
        <Fact term={t('detail.reopened')}>{complaint.reopened > 0 && String(complaint.reopened)}</Fact>
        <Fact term={t('field.verdict')}>
          {verdict &&
            [
              t(`verdict.${verdict.verdict}`),
              verdict.score && t('item.score', { score: verdict.score }),
              verdict.opinion,
            ]
              .filter(Boolean)
              .join(' · ')}
        </Fact>
      </dl>
    </>
  );
}

/** Earlier complaints of the same household: is this a pattern? */
export function Earlier({ complaint }: { complaint: ComplaintDetail }) {
  const { names } = useWorkplace();
  const { at } = useWhen(complaint.site);
  return (
    <ul className="plain-list">
      {complaint.earlier.map((earlier) => (
        <li key={earlier.id}>
          <Link to={`/complaints/${earlier.id}`}>{names.category(earlier.category)}</Link>
          <span className="quiet">
            {earlier.number} · {at(earlier.createdAt)}
          </span>
          <Status status={earlier.status} />
        </li>
      ))}
    </ul>
  );
}
